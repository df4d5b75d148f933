// The app as a person sees it: places and controls by their roles and names.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';

export const isFirefox = (page) => page.context().browser()?.browserType().name() === 'firefox';

export const main = (page) => page.getByRole('main');
export const banner = (page) => page.getByRole('banner');

// The verdict in the header, which leads to the Board.
export const verdict = (page) => banner(page).getByRole('link', { name: /^(Go|Conditional Go|No-Go)/ });

// The panel of findings.
export const findings = (page) => page.getByRole('complementary');

// What the header says about saving.
export const saving = (page) => banner(page).getByRole('status');

export async function expectSaved(page) {
  await expect(saving(page)).toHaveText('Saved');
}

// Opens a section of the open release through the rail, and waits for it.
export async function goTo(page, section, title = section) {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: new RegExp(`^${section}`) }).click();
  await expect(main(page).getByRole('heading', { level: 1, name: title })).toBeVisible();
}

// Keeps a copy of a sample from the page that an empty browser shows.
export async function keepSample(page, sample = 'Service desk platform', title = /One Desk/) {
  await page.goto('/');
  await page.getByRole('button', { name: `Keep a copy of ${sample}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expectSaved(page);
}

// Chooses from the menu under the release's name.
export async function fromMenu(page, item) {
  const choice = page.getByRole('button', { name: item }).or(page.getByRole('link', { name: item }));
  if (!(await choice.isVisible())) await banner(page).getByRole('button').first().click();
  await choice.click();
}

// What a click hands out as a file: its name and text. Firefox does not announce downloads: call `noteBlobs` before the
// page is opened.
export async function handedOut(page, click) {
  if (isFirefox(page)) {
    await page.evaluate(() => globalThis.handedOut.splice(0));
    await click();
    await page.waitForFunction(() => globalThis.handedOut.length > 0);
    return page.evaluate(async () => ({ name: undefined, text: await globalThis.handedOut.at(-1).text() }));
  }
  const announced = page.waitForEvent('download');
  await click();
  const download = await announced;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

// Notes every blob that the page hands out, for `handedOut` in Firefox.
export async function noteBlobs(page) {
  await page.addInitScript(() => {
    globalThis.handedOut = [];
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      globalThis.handedOut.push(blob);
      return create.call(URL, blob);
    };
  });
}

export async function exportPlan(page) {
  const { name, text } = await handedOut(page, () => fromMenu(page, 'Export as JSON'));
  return { name, text, plan: JSON.parse(text) };
}

export const jsonFile = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

// Chooses files to import on the page of releases.
export async function importFiles(page, ...files) {
  await page.getByLabel('Files to import').first().setInputFiles(files);
}

// Every stored text as it is, by place and key.
export async function stored(page) {
  return page.evaluate(async () => {
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('rollcall'));
    const found = {};
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      found[name] = Object.fromEntries(keys.map((key, at) => [key, values[at]]));
    }
    database.close();
    return found;
  });
}
