// Keeps pages open, each in a window of its own, and tells when each has drawn another version. For every line on standard input
// one line says that it watches, and one at what times (milliseconds since 1970) the pages had drawn. Arguments: directory with
// playwright-core, Chromium, URL, number of pages.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const [modules, executablePath, url, count] = process.argv.slice(2);
const { chromium } = createRequire(`${modules}/`)('playwright-core');
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

/** Runs in the page. All four plots have other data, and the frame after that was painted. */
function watch() {
  const data = () => [...document.querySelectorAll('.plot[data-side=main]')].map((plot) => plot.data?.[0]);
  const before = data();
  globalThis.drawn = new Promise((resolve) => {
    const look = () => {
      if (data().every((one, index) => one && one !== before[index])) {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(Date.now());
        channel.port2.postMessage(undefined);
      } else {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  });
}

const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
const pages = [];
for (let i = 0; i < Number(count); i++) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  await page.waitForFunction(() => [...document.querySelectorAll('.plot[data-side=main]')].every((plot) =>
    plot.calcdata?.length && !plot.querySelector('canvas.ahead')));
  pages.push(page);
}
console.log(JSON.stringify('open'));
for await (const ignored of createInterface({ input: process.stdin })) {
  await Promise.all(pages.map((page) => page.evaluate(watch)));
  console.log(JSON.stringify('watching'));
  console.log(JSON.stringify(await Promise.all(pages.map((page) => page.evaluate(() => globalThis.drawn)))));
}
await browser.close();
