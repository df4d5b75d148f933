// `make bench`: from navigation to a list that can be used, against a static page with the same text and style sheet.
//
// Both come from this machine, uncached, in a fresh page each time and in turns; what counts is the ratio of the medians.
import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from './support/browsers.mjs';
import { answer, freePort } from './support/server.mjs';

const ROUNDS = 25;
const RELEASES = [1, 100];

let text = '';
const port = await freePort();
const server = createServer((request, response) => {
  if (request.url === '/static.html') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);
  else answer(request, response);
}).listen(port, '127.0.0.1');
const origin = `http://127.0.0.1:${port}`;
const browser = await chromium.launch(chromiumLaunch().launchOptions);
const context = await browser.newContext({ baseURL: origin });
// The moment at which the first row is there, drawn in the frame after.
await context.addInitScript(() => {
  const look = () => {
    if (globalThis.usableAfter === undefined && document.querySelector('main [role="rowheader"] a')) {
      requestAnimationFrame(() => (globalThis.usableAfter ??= performance.now()));
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
});

const page = await context.newPage();
await page.goto('/');
await page.getByRole('button', { name: 'Keep a copy' }).first().click();
await page.waitForURL(/#\/r\//);
await page.goto('/#/');
await page.getByRole('rowheader').first().waitFor();

console.log('releases   app   static page   ratio   (milliseconds, medians)');
for (const count of RELEASES) {
  await fill(page, count);
  text = await page.goto('/').then(() => asStatic(page));
  const app = [];
  const still = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    app.push(await usableAfter('/'));
    still.push(await usableAfter('/static.html'));
  }
  const [one, other] = [median(app), median(still)];
  console.log([String(count).padStart(8), one.toFixed(0).padStart(6), other.toFixed(0).padStart(14), (one / other).toFixed(1).padStart(8)].join(''));
}
await browser.close();
server.close();

async function usableAfter(address) {
  const fresh = await context.newPage();
  await fresh.goto(address);
  const handle = await fresh.waitForFunction(() => globalThis.usableAfter);
  const time = await handle.jsonValue();
  await fresh.close();
  return time;
}

function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}

async function asStatic(from) {
  await from.getByRole('rowheader').first().waitFor();
  return from.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    for (const element of copy.querySelectorAll('script, link:not([rel=stylesheet])')) element.remove();
    return `<!doctype html>${copy.outerHTML}`;
  });
}

// Copies the first release until there are as many. Writes to the database as the app does, under other ids.
async function fill(from, count) {
  await from.evaluate(async (wanted) => {
    const promised = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const [{ name }] = await indexedDB.databases();
    const database = await promised(indexedDB.open(name));
    const stores = [...database.objectStoreNames];
    const transaction = database.transaction(stores, 'readwrite');
    for (const store of stores.map((each) => transaction.objectStore(each))) {
      const [[key, value]] = [await Promise.all([promised(store.getAllKeys()), promised(store.getAll())])].map(([keys, values]) => [keys[0], values[0]]);
      for (let copy = 1; copy < wanted; copy += 1) store.put(value.replaceAll(key, `${key}-${copy}`), `${key}-${copy}`);
    }
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  }, count);
}
