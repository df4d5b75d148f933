// Where releases are kept when the browser gives less than it should, and what becomes of the last edits.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from './support/browsers.mjs';
import { expectSaved, exportPlan, handedOut, importFiles, jsonFile, keepSample, saving, stored } from './support/app.mjs';
import { expect, test } from './support/test.mjs';

const name = (page) => page.getByRole('textbox', { name: 'Name', exact: true });
const version = (page) => page.getByRole('textbox', { name: 'Version', exact: true });
const messages = (page) => page.getByRole('region', { name: 'Messages' });

const blockDatabase = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { get: () => { throw new DOMException('denied', 'SecurityError'); } });
  });
const blockLocalStorage = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } });
  });

test('without a database releases are kept in the smaller storage, which the app says', async ({ page }) => {
  await blockDatabase(page);
  await keepSample(page);
  await expect(messages(page).getByRole('alert')).toContainText(/smaller storage/);
  await version(page).fill('2.0');
  await expectSaved(page);
  await page.reload();
  await expect(version(page)).toHaveValue('2.0');
});

test('without any storage the app works in memory, and says that closing the tab loses it', async ({ page }) => {
  await blockDatabase(page);
  await blockLocalStorage(page);
  await page.goto('/');
  await page.getByRole('button', { name: 'Keep a copy of Service desk platform' }).click();
  await expect(messages(page).getByRole('alert')).toContainText(/until you close/);
  await version(page).fill('2.0');
  await expect(saving(page)).toHaveText('Not saved');
  const { plan } = await exportPlan(page);
  expect(plan.release.identity.version).toBe('2.0');
});

test('full storage is said, keeps what is stored, and the work can be rescued', async ({ page, browser, baseURL }) => {
  await keepSample(page);
  const before = await stored(page);
  await page.evaluate(() => {
    // As a full disk does it: the request is taken, and the whole transaction is taken back.
    globalThis.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      const request = globalThis.put.apply(this, given);
      Object.defineProperty(this.transaction, 'error', { value: new DOMException('no room', 'QuotaExceededError'), configurable: true });
      if (this.name === 'summaries') queueMicrotask(() => this.transaction.abort());
      return request;
    };
    globalThis.commit = IDBTransaction.prototype.commit;
    IDBTransaction.prototype.commit = () => {};
  });
  await version(page).fill('2.0');
  await expect(saving(page)).toHaveText('Not saved');
  const alert = messages(page).getByRole('alert');
  await expect(alert).toContainText('The storage that this browser gives the page is full.');
  await expect(alert).toContainText('What was saved before is untouched');
  expect(await stored(page)).toEqual(before);

  const copy = await handedOut(page, () => alert.getByRole('button', { name: 'Download a copy' }).click());
  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  await other.goto('/');
  await importFiles(other, jsonFile('rescued.json', copy.text));
  await expect(version(other)).toHaveValue('2.0');
  await context.close();

  await page.evaluate(() => {
    IDBObjectStore.prototype.put = globalThis.put;
    IDBTransaction.prototype.commit = globalThis.commit;
  });
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expectSaved(page);
  await expect(alert).toBeHidden();
  await page.reload();
  await expect(version(page)).toHaveValue('2.0');
});

test('an edit whose save had not ended when the page went away is there again', async ({ baseURL }) => {
  const profile = mkdtempSync(join(tmpdir(), 'rollcall-profile-'));
  const open = () => chromium.launchPersistentContext(profile, { ...chromiumLaunch().launchOptions, baseURL });
  try {
    const context = await open();
    const page = await context.newPage();
    await keepSample(page);
    const address = page.url();
    // Writes are never carried out from here on, so that the draft alone can bring the edit back.
    await page.evaluate(() => {
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('too slow', 'UnknownError');
      };
    });
    await version(page).fill('2.0');
    await page.goto('about:blank');
    await context.close();

    const again = await open();
    const other = await again.newPage();
    await other.goto(address);
    await expect(version(other)).toHaveValue('2.0');
    await expectSaved(other);
    expect(Object.values((await stored(other)).releases).join()).toContain('"2.0"');
    await again.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test('everything is shown, handed out, erased with a copy, and taken in again', async ({ page }) => {
  await keepSample(page);
  await page.goto('/#/');
  await page.getByText('Samples to look at').click();
  await page.getByRole('link', { name: 'Security update' }).click();
  await page.getByRole('button', { name: 'Keep a copy' }).click();
  await expect(name(page)).toHaveValue(/Security update/);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText(/^2 releases use \d+ KB in this browser\.$/)).toBeVisible();
  await expect(page.getByText(/ of about .* used by this site/)).toBeVisible();

  const all = await handedOut(page, () => page.getByRole('button', { name: 'Export everything' }).click());
  const releases = ({ text }) => JSON.parse(text).plans.map((plan) => plan.release);
  expect(releases(all).map((release) => release.identity.name).sort()).toEqual([expect.stringMatching(/^One Desk/), expect.stringMatching(/^Security update/)]);

  const asked = page.getByRole('dialog', { name: 'Erase everything?' });
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await expect(asked).toContainText('2 releases, and all settings. It cannot be undone.');
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await expect(asked).toBeHidden();
  expect(Object.keys((await stored(page)).releases)).toHaveLength(2);

  await page.getByRole('button', { name: 'Erase everything' }).click();
  const copy = await handedOut(page, () => asked.getByRole('button', { name: 'Download a copy and erase' }).click());
  expect(releases(copy)).toEqual(releases(all));
  await expect(page.getByText(`Everything is erased. Handed out before as ${copy.name}: 2 releases.`)).toBeVisible();
  await expect(page.getByText('0 releases use 0 bytes in this browser.')).toBeVisible();
  expect(await stored(page)).toEqual({ releases: {}, summaries: {} });

  await page.getByLabel('Files to import').setInputFiles(jsonFile('all.json', copy.text));
  await expect(page.getByText(/^2 releases use \d+ KB in this browser\.$/)).toBeVisible();
  const again = await handedOut(page, () => page.getByRole('button', { name: 'Export everything' }).click());
  expect(releases(again)).toEqual(releases(all));
});

test('what cannot be read is handed out word for word, and nothing is erased where that fails', async ({ page }) => {
  await keepSample(page);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('rollcall');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const writing = request.result.transaction('releases', 'readwrite');
          writing.objectStore('releases').put('half a record', 'half');
          writing.oncomplete = () => {
            request.result.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
  );
  const before = await stored(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  const damaged = [expect.objectContaining({ id: 'half', text: 'half a record' })];

  const all = await handedOut(page, () => page.getByRole('button', { name: 'Export everything' }).click());
  expect(JSON.parse(all.text)).toMatchObject({ plans: [expect.anything()], raw: damaged });
  await expect(page.getByText('1 release, 1 record that could not be read.')).toBeVisible();

  await page.evaluate(() => {
    globalThis.createObjectURL = URL.createObjectURL;
    URL.createObjectURL = () => {
      throw new DOMException('refused', 'NotAllowedError');
    };
  });
  const asked = page.getByRole('dialog', { name: 'Erase everything?' });
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await expect(asked).toContainText('1 release, 1 record that could not be read, and all settings.');
  await asked.getByRole('button', { name: 'Download a copy and erase' }).click();
  await expect(page.getByText(/The browser refused the download [^]*Nothing was changed\./)).toBeVisible();
  expect(await stored(page)).toEqual(before);

  await page.evaluate(() => {
    URL.createObjectURL = globalThis.createObjectURL;
  });
  await page.getByRole('button', { name: 'Erase everything' }).click();
  const copy = await handedOut(page, () => asked.getByRole('button', { name: 'Download a copy and erase' }).click());
  expect(JSON.parse(copy.text).raw).toEqual(damaged);
  await expect(page.getByText(/^Everything is erased\. .*: 1 release, 1 record that could not be read\.$/)).toBeVisible();
  expect(await stored(page)).toEqual({ releases: {}, summaries: {} });
});

test('a browser that will not keep what is stored is quoted, and can be asked again', async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.persisted = async () => false;
    StorageManager.prototype.persist = async () => globalThis.agrees === true;
  });
  await page.goto('/#/settings');
  const ask = page.getByRole('button', { name: 'Ask the browser to keep it' });
  await ask.click();
  await expect(page.getByText(/^The browser declined\./)).toBeVisible();
  await page.evaluate(() => {
    globalThis.agrees = true;
  });
  await ask.click();
  await expect(page.getByText('Kept until you erase it')).toBeVisible();
  await expect(page.getByText(/^The browser declined\./)).toBeHidden();
});

test('a time zone or currency that is none is complained about and not stored', async ({ page }) => {
  await page.goto('/#/settings');
  const zone = page.getByRole('textbox', { name: 'Time zone' });
  const currency = page.getByRole('textbox', { name: 'Currency' });
  await zone.fill('Europe/Lisbon');
  await currency.fill('EUR');
  await zone.fill('Europe/Nowhere');
  await currency.fill('euro');
  await expect(page.getByText('This browser knows no time zone “Europe/Nowhere”, so it is not stored.')).toBeVisible();
  await expect(page.getByText('A currency is three capital letters, such as EUR. This is not stored.')).toBeVisible();
  await page.reload();
  await expect(zone).toHaveValue('Europe/Lisbon');
  await expect(currency).toHaveValue('EUR');
});
