// Opens a page again and again, each time as a new visitor, and takes the time until all four figures are painted and the bytes
// that came. Arguments: directory with playwright-core, Chromium, URL, rounds.
import { createRequire } from 'node:module';

const [modules, executablePath, url, rounds] = process.argv.slice(2);
const { chromium } = createRequire(`${modules}/`)('playwright-core');
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const QUIET = 1000;

const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
const times = [];
const bytes = [];
for (let round = 0; round < Number(rounds); round++) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const devtools = await context.newCDPSession(page);
  let came = 0;
  await devtools.send('Network.enable');
  // The event stream does not end: what comes by it is counted as it comes.
  const streamed = new Map();
  devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => streamed.set(requestId, (streamed.get(requestId) ?? 0) + encodedDataLength));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    streamed.delete(requestId);
    came += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'commit' });
  const painted = await page.evaluate(() => new Promise((resolve) => {
    const look = () => {
      const plots = [...document.querySelectorAll('.plot[data-side=main]')];
      if (plots.length === 4 && plots.every((plot) => plot.calcdata?.length && plot.querySelector('.main-svg'))) {
        requestAnimationFrame(() => resolve(performance.now()));
      } else {
        requestAnimationFrame(look);
      }
    };
    look();
  }));
  await page.waitForTimeout(QUIET);
  times.push(painted);
  bytes.push(came + [...streamed.values()].reduce((sum, one) => sum + one, 0));
  await context.close();
}
await browser.close();
console.log(JSON.stringify({ times, bytes }));
