// Everything can be taken back with the keyboard; and every place has an address that Back, Forward and a reload keep.
import { expectSaved, exportPlan, goTo, importFiles, jsonFile, keepSample, main } from './support/app.mjs';
import { fixedToday } from './support/clock.mjs';
import { expect, test } from './support/test.mjs';

test.beforeEach(({ page }) => fixedToday(page, '2026-09-21'));

const UNDO = 'Control+z';
const REDO = 'Control+Shift+z';

async function releaseOf(page) {
  const { plan: { release: { log, ...release } } } = await exportPlan(page);
  expect(log.length).toBeGreaterThan(0);
  return release;
}

test('edits in several sections are undone and redone by keyboard, wherever one is', async ({ page }) => {
  await keepSample(page);
  const before = await releaseOf(page);
  const steps = [
    () => page.getByRole('textbox', { name: 'Version', exact: true }).fill('2.0'),
    async () => {
      await goTo(page, 'People');
      await page.getByRole('button', { name: 'Add person' }).click();
    },
    async () => {
      await goTo(page, 'Acceptance', 'Acceptance criteria');
      await page.getByRole('group', { name: /The portal can be used with keyboard/ }).getByRole('radio', { name: 'Met', exact: true }).check({ force: true });
    },
    async () => {
      await goTo(page, 'Gates', 'Quality gates');
      await page.getByRole('button', { name: 'Move Code review down' }).click();
    },
    async () => {
      await goTo(page, 'Defects');
      await main(page).getByRole('row').nth(1).getByRole('link').click();
      await page.getByRole('button', { name: 'Remove defect' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Reason' }).fill('Entered twice.');
      await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    },
    async () => {
      await goTo(page, 'RFCs', 'Requests for change');
      await main(page).getByRole('row').nth(1).getByRole('link').click();
      await page.getByRole('button', { name: 'Remove RFC' }).click();
    },
  ];
  for (const step of steps) await step();
  const after = await releaseOf(page);
  expect(after).not.toEqual(before);
  expect(after.defects).toHaveLength(before.defects.length - 1);
  expect(after.removals).toHaveLength(before.removals.length + 1);

  for (let at = 0; at < steps.length; at += 1) await page.keyboard.press(UNDO);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  expect(await releaseOf(page)).toEqual(before);
  for (let at = 0; at < steps.length; at += 1) await page.keyboard.press(REDO);
  await expect(page.getByRole('button', { name: 'Redo', exact: true })).toBeDisabled();
  expect(await releaseOf(page)).toEqual(after);
  await expectSaved(page);
  await page.reload();
  expect(await releaseOf(page)).toEqual(after);
});

test('deleting and importing are undone and redone by keyboard', async ({ page }) => {
  await keepSample(page);
  const { text } = await exportPlan(page);
  await page.goto('/#/');
  const rows = page.getByRole('rowheader', { name: /One Desk/ });
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('button', { name: 'Delete release' }).click();
  await expect(rows).toHaveCount(0);
  await page.keyboard.press(UNDO);
  await expect(rows).toHaveCount(1);
  await page.keyboard.press(REDO);
  await expect(rows).toHaveCount(0);
  await page.keyboard.press(UNDO);
  await expect(rows).toHaveCount(1);

  await importFiles(page, jsonFile('again.json', text));
  await expect(page.getByRole('heading', { level: 1, name: /\(imported\)/ })).toBeVisible();
  await page.getByRole('link', { name: /all releases/ }).click();
  await expect(rows).toHaveCount(2);
  await page.keyboard.press(UNDO);
  await expect(rows).toHaveCount(1);
  await expect(rows).not.toContainText('imported');
  await page.keyboard.press(REDO);
  await expect(rows).toHaveCount(2);
});

test('duplicating is undone from its message, and redone by keyboard', async ({ page }) => {
  await keepSample(page);
  await page.goto('/#/');
  const rows = page.getByRole('rowheader', { name: /One Desk/ });
  await page.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /\(copy\)/ })).toBeVisible();
  const message = page.locator('.toast').filter({ hasText: 'Duplicated as' });
  await message.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).not.toContainText('(copy)');
  await page.keyboard.press(REDO);
  await expect(rows).toHaveCount(2);
});

test('undo in a message takes back its own step, and goes once another is done', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Rollout plan');
  await page.getByRole('region', { name: 'Waves', exact: true }).getByRole('button', { name: /^Details of/ }).first().click();
  await page.getByRole('button', { name: 'Remove wave' }).click();
  const offer = page.locator('.toast').getByRole('button', { name: 'Undo' });
  await expect(offer).toBeVisible();
  await goTo(page, 'Strategy');
  await expect(offer).toBeVisible();
  await main(page).getByRole('group', { name: 'Who gets it when?' }).getByRole('radio', { name: 'Parallel', exact: true }).check({ force: true });
  await expect(offer).toHaveCount(0);
});

test('Back, Forward and a reload keep the place @main', async ({ page }) => {
  await keepSample(page);
  const heading = (name) => expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(name);
  await goTo(page, 'Acceptance', 'Acceptance criteria');
  await main(page).getByRole('link', { name: 'The back-out plan has been tested' }).click();
  const criterion = page.getByRole('article', { name: 'The back-out plan has been tested' });
  await expect(criterion).toBeVisible();
  const address = page.url();
  await goTo(page, 'Board', 'Release Board');
  await main(page).getByRole('link', { name: 'Call the roll' }).click();
  await heading('Roll call');

  await page.goBack();
  await heading('Release Board');
  await page.goBack();
  await expect(criterion).toBeVisible();
  expect(page.url()).toBe(address);
  await page.reload();
  await expect(criterion).toBeVisible();
  expect(page.url()).toBe(address);
  await page.goForward();
  await heading('Release Board');
  await page.goForward();
  await heading('Roll call');
  await page.reload();
  await heading('Roll call');
});

test('Escape gives back what stood in a field, and the focus stays', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Acceptance', 'Acceptance criteria');
  await main(page).getByRole('list', { name: 'Criteria' }).getByRole('link').first().click();
  const title = main(page).getByRole('article').locator('[data-field="title"]');
  const before = await title.inputValue();
  await title.fill('Something else');
  await title.press('Escape');
  await expect(title).toHaveValue(before);
  await expect(title).toBeFocused();
  await title.press('End');
  await title.pressSequentially('!');
  await expect(title).toHaveValue(`${before}!`);
});

test('Back in the wizard goes a step back, and what was entered is found again until the release is created', async ({ page }) => {
  await page.goto('/#/new');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Night shift');
  await page.getByRole('button', { name: 'Go on to the date' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'When does it go live?' })).toBeFocused();
  await expect(page).toHaveURL(/#\/new\/2$/);
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Night shift');
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Night shift');
  await page.goForward();
  await page.evaluate(() => { location.hash = '#/new/2'; });
  await page.getByRole('button', { name: 'Create release now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Night shift/ })).toBeVisible();
  await page.evaluate(() => { location.hash = '#/new/3'; });
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('');
  await expect(page).toHaveURL(/#\/new$/);
});
