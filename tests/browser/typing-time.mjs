// From key press to painted frame while the name of the largest sample is edited: `node typing-time.mjs [OTHER_SITE…]`.
//
// Each further argument is the folder of another build: its times stand beside those of dist/, taken in turns on one run.
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from './support/browsers.mjs';
import { answer, freePort } from './support/server.mjs';

const ROUNDS = 8;
const KEYS = 'abcdefghij';
const SAMPLE = 'Payments back end';

const sites = [join(import.meta.dirname, '../../dist'), ...process.argv.slice(2).map((site) => resolve(site))];
const browser = await chromium.launch(chromiumLaunch().launchOptions);
const opened = [];
for (const site of sites) opened.push({ site, page: await edit(site), times: [] });
for (let round = 0; round < ROUNDS; round += 1) {
  for (const { page, times } of opened) times.push(...(await typed(page)));
}
console.log('median   95 of 100   ratio   (milliseconds from key press to painted frame)');
const [first] = opened;
for (const { site, times } of opened) {
  const [middle, most] = [0.5, 0.95].map((share) => quantile(times, share));
  const ratio = middle / quantile(first.times, 0.5);
  console.log(`${middle.toFixed(1).padStart(6)}${most.toFixed(1).padStart(12)}${ratio.toFixed(2).padStart(8)}   ${site}`);
}
await browser.close();
process.exit(0);

// A copy of the sample with the cursor in its name.
async function edit(site) {
  const port = await freePort();
  createServer((request, response) => answer(request, response, site)).listen(port, '127.0.0.1');
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}` });
  // The frame has been painted once a task that was queued within it runs.
  await context.addInitScript(() => {
    globalThis.painted = [];
    addEventListener('keydown', (event) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => globalThis.painted.push(performance.now() - event.timeStamp);
        port2.postMessage(undefined);
      });
    }, true);
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: new RegExp(SAMPLE) }).first().click();
  await page.getByRole('button', { name: 'Keep a copy' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().click();
  return page;
}

async function typed(page) {
  await page.bringToFront();
  const field = page.getByRole('textbox', { name: 'Name', exact: true }).first();
  await field.focus();
  await page.evaluate(() => (globalThis.painted.length = 0));
  for (const key of KEYS) await page.keyboard.press(key);
  await page.waitForFunction((count) => globalThis.painted.length === count, KEYS.length);
  return page.evaluate(() => globalThis.painted);
}

function quantile(times, share) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
