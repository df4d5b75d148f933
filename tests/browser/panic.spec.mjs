// When the program itself fails, the work is not lost with it.
import { expectSaved, handedOut, importFiles, jsonFile, keepSample, main } from './support/app.mjs';
import { expect, test } from './support/test.mjs';

const version = (page) => page.getByRole('textbox', { name: 'Version', exact: true });

// The browser refuses to make a part of the next page, which the app takes for granted.
async function crash(page) {
  await page.evaluate(() => {
    const create = Document.prototype.createElement;
    Document.prototype.createElement = function (name, ...rest) {
      if (name === 'table') throw new DOMException('refused', 'NotSupportedError');
      return create.call(this, name, ...rest);
    };
  });
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: /^Gates/ }).click();
}

test('a crash offers the last good state, which is a whole plan', async ({ page, browser, baseURL, complaints }) => {
  await keepSample(page);
  await version(page).fill('2.0');
  await expectSaved(page);
  await crash(page);
  const dialog = page.getByRole('dialog', { name: 'Rollcall has stopped' }).last();
  await expect(dialog).toContainText('What was marked “Saved” is safe in this browser.');
  expect(complaints.join()).toContain('panicked');
  complaints.length = 0;

  const copy = await handedOut(page, () => dialog.getByRole('link', { name: 'Download the last good state' }).click());
  expect(copy.name).toBe('last-good-state.rollcall.json');
  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  await other.goto('/');
  await importFiles(other, jsonFile(copy.name, copy.text));
  await expect(main(other).getByRole('heading', { level: 1, name: /One Desk.* 2\.0/ })).toBeVisible();
  await context.close();

  await dialog.getByRole('link', { name: 'Load the page again' }).click();
  await expect(page.getByRole('rowheader', { name: /One Desk.*2\.0/ })).toBeVisible();
});

test('a crash that brings others with it shows one dialog', async ({ page, complaints }) => {
  await keepSample(page);
  await crash(page);
  const dialog = page.getByRole('dialog', { name: 'Rollcall has stopped' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Tab'); // Listeners that are still there fail again.
  await expect(dialog).toHaveCount(1);
  complaints.length = 0;
});
