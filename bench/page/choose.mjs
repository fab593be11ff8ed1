// Chooses a category in a page, as a user does, and takes the time until all four figures of it are on screen.
// Arguments: directory with playwright-core, Chromium, kind of page (figcast or original), URL, category, rounds.
import { createRequire } from 'node:module';

const [modules, executablePath, kind, url, category, rounds] = process.argv.slice(2);
const { chromium } = createRequire(`${modules}/`)('playwright-core');
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

/** Runs in the page: notes when each plot has drawn something else than it shows now, and when that has been painted. */
function watch() {
  const plots = [...document.querySelectorAll('.js-plotly-plot')].filter((plot) => plot.data?.length);
  const drawn = plots.map((plot) => {
    const before = plot.data[0];
    return new Promise((resolve) => {
      plot.on('plotly_afterplot', () => plot.data[0] !== before && resolve());
    });
  });
  globalThis.painted = Promise.all(drawn)
    .then(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    .then(() => performance.now() - globalThis.chosenAt);
  return plots.length;
}

const choose = {
  async figcast(page) {
    await page.evaluate(() => addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        globalThis.chosenAt = performance.now();
      }
    }, true));
    await page.fill('#category', category);
    await page.press('#category', 'Enter');
  },
  async original(page) {
    await page.evaluate((value) => {
      globalThis.chosenAt = performance.now();
      globalThis.dash_clientside.set_props('dropdown', { value });
    }, category);
  },
};

const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const times = [];
for (let round = 0; round < Number(rounds); round++) {
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(url);
  await page.waitForFunction(() => [...document.querySelectorAll('.js-plotly-plot')].filter((plot) => plot.data?.length
    && plot.data[0].type && plot.calcdata?.length).length === 4);
  await page.waitForTimeout(500);
  const plots = await page.evaluate(watch);
  if (plots !== 4) {
    throw new Error(`The page shows ${plots} figures.`);
  }
  await choose[kind](page);
  times.push(await page.evaluate(() => globalThis.painted));
  await page.close();
}
await browser.close();
console.log(JSON.stringify({ times }));
