// What one release has worked out, others of the organisation start from, and other organisations take as a file.
import { expectSaved, goTo, handedOut, jsonFile, keepSample, main } from './support/app.mjs';
import { fixedToday } from './support/clock.mjs';
import { added, control, enter, region } from './support/fields.mjs';
import { addEntry, detail, openEntry, smallRelease } from './support/record.mjs';
import { expect, test, watch } from './support/test.mjs';

test.use({ actionTimeout: 10_000 });
test.beforeEach(({ page }) => fixedToday(page, '2026-09-21'));

const OWN = 'The portal can be used with keyboard and screen reader alone';
const tools = (page) => region(page, 'Template');
const toast = (page, text) => page.locator('.toast').filter({ hasText: text });

async function toTemplates(page, name) {
  await page.goto('/#/settings');
  await page.getByRole('link', { name: 'Open the templates' }).click();
  await expect(main(page).getByRole('heading', { level: 1, name: 'Templates' })).toBeVisible();
  if (name) await page.getByRole('navigation', { name: 'Templates' }).getByRole('link', { name }).click();
}

test('a new release starts from the criteria of another, and undo takes that back', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Acceptance', 'Acceptance criteria');
  await tools(page).getByRole('button', { name: 'Save as template' }).click();
  await expect(toast(page, 'Saved as template: acceptance criteria. New releases start from it.')).toBeVisible();
  await smallRelease(page);
  await goTo(page, 'Acceptance', 'Acceptance criteria');
  await openEntry(page, OWN);
  await expect(detail(page).getByRole('radio', { name: 'Met', exact: true })).not.toBeChecked();
  await expect(detail(page).getByRole('radio', { name: 'Not met', exact: true })).not.toBeChecked();

  await toTemplates(page, 'Criteria');
  await expect(main(page).getByLabel('Criterion', { exact: true }).last()).toHaveValue(/\S/);
  await added(page, main(page), 'Add criterion');
  await page.keyboard.insertText('The tills print receipts without the line');
  await page.reload();
  await expect(main(page).getByLabel('Criterion', { exact: true }).last()).toHaveValue('The tills print receipts without the line');
  await toTemplates(page);
  await main(page).getByRole('button', { name: 'Use Rollcall’s own: Acceptance criteria' }).click();
  await expect(main(page).getByRole('listitem').filter({ hasText: 'Acceptance criteria' })).toContainText('as Rollcall brings them');
  await toast(page, 'as Rollcall brings it').getByRole('button', { name: 'Undo' }).click();
  await expect(main(page).getByRole('listitem').filter({ hasText: 'Acceptance criteria' })).toContainText('the organisation’s own');
});

test('templates go into another profile as a file', async ({ page, browser, baseURL, complaints }) => {
  await keepSample(page);
  await goTo(page, 'Rules', 'Governance rules');
  await tools(page).getByRole('button', { name: 'Save as template' }).click();
  await toTemplates(page, 'Messages');
  const message = await addEntry(page, 'Add message');
  await enter(message, { Name: 'Tills', Subject: 'New tills: {release}', Text: 'From {go_live} on.' });
  await toTemplates(page, 'Calendar');
  await main(page).getByLabel('Nobody works on').selectOption('Sunday');
  await toTemplates(page);
  const { name, text } = await handedOut(page, () => main(page).getByRole('button', { name: 'Export templates' }).click());
  expect(name).toMatch(/-templates-2026-09-21\.json$/);

  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  watch(other, new URL(baseURL).origin, complaints);
  await fixedToday(other, '2026-09-21');
  await other.goto('/');
  await toTemplates(other);
  await other.getByLabel('A file with templates').setInputFiles(jsonFile('plan.json', '{"format":"rollcall-plan"}'));
  const refused = other.getByRole('dialog', { name: '“plan.json” was not imported' });
  await expect(refused).toContainText('The templates are as they were.');
  await refused.getByRole('button', { name: 'Close' }).click();
  await other.getByLabel('A file with templates').setInputFiles(jsonFile(name, text));
  const dialog = other.getByRole('dialog', { name: 'Which parts are imported?' });
  await dialog.getByRole('checkbox', { name: /^Calendar/ }).uncheck();
  await dialog.getByRole('button', { name: 'Import these parts' }).click();
  const parts = main(other).getByRole('listitem');
  await expect(parts.filter({ hasText: 'Governance rules' })).toContainText('the organisation’s own');
  await expect(parts.filter({ hasText: 'Calendar' })).toContainText('0 closed periods; nobody works on: Saturday and Sunday');
  await smallRelease(other);
  await goTo(other, 'Rules', 'Governance rules');
  await expect(main(other).getByRole('rowheader', { name: /A first-of-type release has at least three waves/ })).toBeVisible();
  await goTo(other, 'Communications');
  const own = await addEntry(other, 'Add message');
  await control(own, 'Start from a template').selectOption('Tills');
  await expect(own.getByRole('region', { name: 'As it reads today' })).toContainText('New tills: Till software');
  await expectSaved(other);
  other.removeAllListeners();
  await context.close();
});

test('rules of a file are added to those of a release, and none twice', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Rules', 'Governance rules');
  const { text } = await handedOut(page, () => tools(page).getByRole('button', { name: 'Export as file' }).click());
  await smallRelease(page);
  await goTo(page, 'Rules', 'Governance rules');
  const rows = main(page).getByRole('rowheader');
  const before = await rows.count();
  await tools(page).getByLabel('A file with templates').setInputFiles(jsonFile('rules.json', text));
  await expect(rows.filter({ hasText: 'A first-of-type release has at least three waves' })).toHaveCount(1);
  const after = await rows.count();
  expect(after).toBeGreaterThan(before);
  await tools(page).getByLabel('A file with templates').setInputFiles(jsonFile('rules.json', text));
  await expect(toast(page, 'are in the plan already. Nothing was changed.')).toBeVisible();
  await expect(rows).toHaveCount(after);
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(before);
});
