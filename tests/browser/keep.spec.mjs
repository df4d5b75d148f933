// A release is kept: entered, saved, still there after a reload, undone, exported, imported elsewhere.
import { readFile } from 'node:fs/promises';
import { fixedToday } from './support/clock.mjs';
import { printedText } from './support/pdf.mjs';
import { expect, test } from './support/test.mjs';

test.beforeEach(({ page }) => fixedToday(page, '2026-09-21'));

async function keepSample(page) {
  await page.goto('/');
  await page.getByRole('button', { name: 'Keep a copy of Service desk platform' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /One Desk/ })).toBeVisible();
}

test('an edit survives a reload, and undo takes it back @main', async ({ page }) => {
  await keepSample(page);
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('One Desk, renamed');
  await expect(page.getByRole('heading', { level: 1, name: /One Desk, renamed/ })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await page.reload();
  await expect(name).toHaveValue('One Desk, renamed');
  await page.getByRole('textbox', { name: 'Version', exact: true }).fill('9.9');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: 'Version', exact: true })).toHaveValue('1.0');
});

test('a finding leads to the field that cures it', async ({ page }) => {
  await keepSample(page);
  const findings = page.getByRole('complementary', { name: /To clear/ });
  await findings.getByRole('link', { name: /The portal can be used with keyboard/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Acceptance criteria' })).toBeVisible();
  await expect(page.locator(':focus')).toHaveAttribute('data-field', 'answer');
  await findings.getByRole('link', { name: /Every impacted department has floor walkers/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'People and departments' })).toBeVisible();
  await expect(page.locator('[data-entry="facilities"] :focus')).toHaveAttribute('data-field', 'floor_walkers');
});

test('what is exported is what is imported in an empty profile', async ({ page, browser }) => {
  await keepSample(page);
  await page.getByRole('banner').getByRole('button', { name: /One Desk/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as JSON' }).click();
  const file = await (await download).path();
  const first = JSON.parse(await readFile(file, 'utf8'));

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(new URL('/', page.url()).href);
  await other.getByLabel('Files to import').setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: await readFile(file) });
  await expect(other.getByRole('heading', { level: 1, name: /One Desk/ })).toBeVisible();
  await other.getByRole('banner').getByRole('button', { name: /One Desk/ }).click();
  const again = other.waitForEvent('download');
  await other.getByRole('button', { name: 'Export as JSON' }).click();
  const second = JSON.parse(await readFile(await (await again).path(), 'utf8'));
  expect(second.release).toEqual(first.release);
  await context.close();
});

test('a file that is no plan is refused in words, and nothing is stored', async ({ page }) => {
  await page.goto('/');
  const input = page.getByLabel('Files to import').first();
  for (const [name, text] of [['notes.txt', 'not json'], ['other.json', '{"name":"left-pad"}'], ['newer.json', '{"format":"rollcall-plan","version":99,"release":{}}']]) {
    await input.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    const dialog = page.getByRole('dialog', { name: `“${name}” was not imported` });
    await expect(dialog).toContainText('Your releases are as they were.');
    await dialog.getByRole('button', { name: 'Close' }).click();
  }
  await expect(page.getByRole('heading', { level: 1, name: /Know whether your release is a Go/ })).toBeVisible();
});

test('deleting a release can be undone', async ({ page }) => {
  await keepSample(page);
  await page.getByRole('banner').getByRole('button', { name: /One Desk/ }).click();
  await page.getByRole('button', { name: 'Delete release' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Know whether your release is a Go/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('rowheader', { name: /One Desk/ })).toBeVisible();
});

test('unknown addresses say what happened and offer the way on', async ({ page }) => {
  await page.goto('/#/no/such/page');
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
  await page.goto('/#/r/unknown');
  await expect(page.getByRole('heading', { level: 1, name: 'This release is not in this browser' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to releases' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('an address of an entry that the plan does not have says so above the list', async ({ page }) => {
  const sample = '/#/r/sample.service-desk-platform';
  for (const [section, what] of [['gates', 'a gate'], ['acceptance', 'a criterion'], ['defects', 'a defect'], ['rfcs', 'an RFC']]) {
    await page.goto(`${sample}/${section}/nope`);
    const said = page.getByRole('main').getByText(`This address names ${what} that is not in this plan.`);
    await expect(said).toBeVisible();
    await page.goto(`${sample}/${section}`);
    await expect(said).toBeHidden();
  }
});

test('the Go/No-Go pack prints with its verdict, running heads and page numbers', async ({ page }) => {
  await page.goto('/#/r/sample.service-desk-platform/documents/go_no_go_pack');
  await expect(page.getByRole('article')).toContainText('No-Go');
  const text = await printedText(page);
  expect(text).toContain('No-Go');
  expect(text).toContain('The portal can be used with keyboard');
  expect(text).toMatch(/Page 1 of \d+/i);
  expect(text).not.toContain('Skip to content');
});
