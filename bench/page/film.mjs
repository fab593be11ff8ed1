// Films the page, a picture every 50 ms: of a first visit, and of the arrow key held down. Arguments: directory with
// playwright-core, Chromium, URL of the first category, directory for first-visit.png and arrow-key.png.
import { createRequire } from 'node:module';

const [modules, executablePath, url, out] = process.argv.slice(2);
const { chromium } = createRequire(`${modules}/`)('playwright-core');
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const EVERY = 50;

const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
const devtools = await page.context().newCDPSession(page);
let frames = [];
devtools.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
  frames.push({ data, at: metadata.timestamp * 1000 });
  devtools.send('Page.screencastFrameAck', { sessionId });
});
await devtools.send('Page.startScreencast', { format: 'jpeg', quality: 60, maxWidth: 480, maxHeight: 338 });

let begin = Date.now();
await page.goto(url);
await drawn('rows-00');
await page.waitForTimeout(1000);
await show('first-visit', begin, 1600);

await page.evaluate(() => document.activeElement.blur());
await page.waitForTimeout(500);
frames = frames.slice(-1);
begin = Date.now();
frames[0].at = begin;
while (!page.url().includes('rows-10')) {
  await page.keyboard.down('ArrowRight');
  await page.waitForTimeout(33);
}
await page.keyboard.up('ArrowRight');
await drawn('rows-10');
await page.waitForTimeout(500);
await show('arrow-key', begin, 1600);
await browser.close();

async function drawn(name) {
  await page.waitForFunction((wanted) => [...document.querySelectorAll('.plot[data-side=main]')].every((plot) =>
    plot.dataset.name === wanted && plot.calcdata?.length && !plot.querySelector('canvas.ahead')), name);
}

/** What was on screen at each moment, side by side with the time under it. */
async function show(name, from, millis) {
  const moments = Array.from({ length: millis / EVERY }, (_, index) => index * EVERY);
  const seen = moments.map((moment) => ({ moment, frame: frames.filter(({ at }) => at <= from + moment).at(-1) }));
  const pictures = seen.filter(({ frame }) => frame).map(({ moment, frame }) =>
    `<figure><img src="data:image/jpeg;base64,${frame.data}"><figcaption>${moment} ms</figcaption></figure>`);
  const sheet = await (await browser.newContext({ viewport: { width: 1640, height: 400 } })).newPage();
  await sheet.setContent(`<style>body{margin:0;display:grid;grid-template-columns:repeat(8,1fr);gap:4px;font:12px sans-serif}
    figure{margin:0}img{width:100%;border:1px solid #ccc}</style>${pictures.join('')}`);
  await sheet.screenshot({ path: `${out}/${name}.png`, fullPage: true });
  await sheet.context().close();
}
