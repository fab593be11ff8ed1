// Visits the page as a person does, and takes the times of what is seen: a first visit, a reload, the next category by key,
// and the arrow key held down. Arguments: directory with playwright-core, Chromium, URL of the first category, rounds.
import { createRequire } from 'node:module';

const [modules, executablePath, url, rounds] = process.argv.slice(2);
const { chromium } = createRequire(`${modules}/`)('playwright-core');
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const KEY_REPEATS_EVERY = 33;

/**
 * Runs in the page. A category is seen when all four plots show it and the frame after that was painted; it answers when all
 * four are plotly's own, and the main thread has taken an input since. A plot painted ahead of plotly says so itself.
 */
function watch() {
  const plots = () => [...document.querySelectorAll('.plot[data-side=main]')];
  const shows = (plot, name) => plot.dataset.name === name && plot.calcdata?.length && plot.getAttribute('aria-label').endsWith(name);
  const answers = (plot, name) => shows(plot, name) && !plot.querySelector('canvas.ahead');
  const task = (then) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(undefined);
  };
  const seen = new Map();
  const answered = new Map();
  globalThis.watched = { seen, answered };
  const look = () => {
    const [first] = plots();
    const name = first?.dataset.name;
    if (name && plots().every((plot) => shows(plot, name))) {
      task(() => {
        if (!seen.has(name)) {
          seen.set(name, performance.now());
        }
        if (plots().every((plot) => answers(plot, name)) && !answered.has(name)) {
          answered.set(name, performance.now());
        }
      });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const awaitAll = (page, what, name) => page.waitForFunction(([set, category]) => globalThis.watched?.[set].has(category), [what, name]);
const at = (page, what, name) => page.evaluate(([set, category]) => globalThis.watched[set].get(category), [what, name]);
const requests = (page) => page.evaluate(() => performance.getEntriesByType('resource').length + 1);
const name = (index) => `rows-${String(index).padStart(2, '0')}`;

const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
const times = { first: [], requests: [], reload: [], next: [], answers: [], held: [], last: [] };
for (let round = 0; round < Number(rounds); round++) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript(watch);
  await page.goto(url);
  await awaitAll(page, 'seen', name(0));
  times.first.push(await at(page, 'seen', name(0)));
  await awaitAll(page, 'answered', name(0));
  await page.waitForTimeout(1500);
  times.requests.push(await requests(page));
  await page.reload();
  await awaitAll(page, 'seen', name(0));
  times.reload.push(await at(page, 'seen', name(0)));
  await awaitAll(page, 'answered', name(0));
  await page.evaluate(() => {
    document.activeElement.blur();
    globalThis.pressed = [];
    addEventListener('keydown', ({ timeStamp }) => globalThis.pressed.push(timeStamp), true);
  });
  for (const index of [1, 2, 3]) {
    await page.waitForTimeout(1500);
    await page.keyboard.press('ArrowRight');
    await awaitAll(page, 'answered', name(index));
    const pressed = await page.evaluate(() => globalThis.pressed.at(-1));
    times.next.push(await at(page, 'seen', name(index)) - pressed);
    times.answers.push(await at(page, 'answered', name(index)) - pressed);
  }
  await page.waitForTimeout(1500);
  const held = await hold(page, 3, 13);
  times.held.push(held.perSecond);
  times.last.push(held);
  await context.close();
}
await browser.close();
console.log(JSON.stringify(times));

/** Holds the arrow key down until the address names the last category, then looks at what was seen on the way. */
async function hold(page, from, to) {
  let down = true;
  const release = page.waitForFunction((last) => location.search.includes(last), name(to)).then(() => { down = false; });
  const begin = await page.evaluate(() => performance.now());
  while (down) {
    await page.keyboard.down('ArrowRight');
    await new Promise((resolve) => setTimeout(resolve, KEY_REPEATS_EVERY));
  }
  await release;
  await page.keyboard.up('ArrowRight');
  await page.waitForTimeout(2000);
  const end = await page.evaluate(() => document.getElementById('shown-name').textContent);
  await awaitAll(page, 'answered', end);
  const seen = await page.evaluate(() => [...globalThis.watched.seen]);
  const of = new Map(seen);
  const wanted = Array.from({ length: Number(end.slice(-2)) - from }, (_, index) => name(from + 1 + index));
  const times = wanted.filter((one) => of.has(one)).map((one) => of.get(one) - begin);
  return { seen: times.length, of: wanted.length, perSecond: times.length / (Math.max(...times) / 1000), end };
}
