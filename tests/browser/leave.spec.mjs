// What is typed is kept when the page is left with the line still open; Escape gives back what stood there.
import { expectSaved, goTo, keepSample, main } from './support/app.mjs';
import { fixedToday } from './support/clock.mjs';
import { region } from './support/fields.mjs';
import { expect, test } from './support/test.mjs';

test.use({ actionTimeout: 10_000 });

// Replaces what a line holds as from the keyboard, and stays in it.
async function type(line, text) {
  await line.fill('');
  await line.focus();
  await line.page().keyboard.insertText(text);
}

const PLACES = [
  {
    section: 'Rollout plan',
    today: '2026-09-21',
    lines: [
      [(page) => page.getByLabel('Targets', { exact: true }), '1 800', '1800'],
      [(page) => page.getByLabel(/^Defect shows on/), '2,5', '2.5'],
      [(page) => page.getByLabel(/^Half of the rest fetch it within/), '3 d', '3 d'],
    ],
  },
  {
    section: 'Go-live and after',
    today: '2026-12-20',
    lines: [
      [(page) => region(page, 'What came of the rollout').getByLabel(/^People hit/), '12', '12'],
      [(page) => region(page, 'What came of the rollout').getByLabel(/^Cost in/), '1,200', '1,200'],
    ],
  },
  {
    section: 'Forecast',
    today: '2026-09-21',
    lines: [
      [(page) => page.getByLabel('Seed', { exact: true }), '7', '7'],
      [(page) => page.getByLabel('Chance of a severe defect', { exact: true }), '22', '22'],
    ],
  },
];

for (const { section, today, lines } of PLACES) {
  test(`what is typed into ${section} is kept when one goes back with the line still open`, async ({ page }) => {
    await fixedToday(page, today);
    await keepSample(page);
    await goTo(page, 'People');
    await goTo(page, section);
    for (const [find, typed, kept] of lines) {
      const line = find(page);
      const reveal = async () => {
        await page.evaluate(() => document.querySelectorAll('#main details').forEach((fold) => { fold.open = true; }));
        await expect(line).toBeVisible();
      };
      await reveal();
      await type(line, typed);
      await page.goBack();
      await expect(main(page).getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
      await expect(page.getByRole('dialog', { name: 'Rollcall has stopped' })).toHaveCount(0);
      await page.goForward();
      await expect(main(page).getByRole('heading', { level: 1, name: section })).toBeVisible();
      await reveal();
      await expect(line).toHaveValue(kept);
    }
    await expectSaved(page);
  });
}

test('Escape gives back what stood in a line, and closes a list of boxes', async ({ page }) => {
  await fixedToday(page, '2026-09-21');
  await keepSample(page);
  await goTo(page, 'Rollout plan');
  const waves = region(page, 'Waves');
  for (const line of [waves.getByLabel(/, name$/).first(), waves.getByLabel(/^Defect shows on/)]) {
    const before = await line.inputValue();
    await type(line, '77');
    await page.keyboard.press('Escape');
    await expect(line).toHaveValue(before);
    await expect(line).toBeFocused();
  }
  await waves.getByRole('button', { name: 'Add wave' }).press('Enter');
  const name = page.locator('textarea:focus');
  await expect(name).toHaveValue(/^Wave \d+$/);
  await page.keyboard.insertText('Last ones');
  await expect(name).toHaveValue('Last ones');

  await goTo(page, 'Forecast');
  const list = main(page).locator('details.many').first();
  await list.locator('summary').click();
  await list.getByRole('checkbox').first().focus();
  await page.keyboard.press('Escape');
  await expect(list).not.toHaveAttribute('open');
  await expect(list.locator('summary')).toBeFocused();
});

test('nothing of the frame overflows a screen of 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/');
  await page.getByRole('button', { name: 'Keep a copy of Service desk platform' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /One Desk/ })).toBeVisible();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
});
