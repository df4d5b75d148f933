// The strategy's result: a weight is changed, and everything that hangs on it follows; it can be taken back, and it stays.
import { expectSaved, exportPlan, goTo, keepSample, main } from './support/app.mjs';
import { axe } from './support/axe.mjs';
import { fixedToday } from './support/clock.mjs';
import { answer, enter, region } from './support/fields.mjs';
import { expect, test } from './support/test.mjs';

test.beforeEach(({ page }) => fixedToday(page, '2026-09-21'));

const weight = (page, question) => main(page).getByRole('combobox', { name: `Weight of ${question}`, exact: true });
// The rows of the ranking, as text: place, name and points.
const ranking = async (page) => (await region(page, 'How the nine compare').locator('summary').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
const firmness = (page) => region(page, 'How firm it is').getByText(/ of 2,000 weightings/);
const leads = async (page) => (await ranking(page))[0];
const undo = (page) => page.getByRole('banner').getByRole('button', { name: /^Undo: / });

test('a weight changes the ranking and how firm it is, and is reset, undone and kept', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Strategy');
  const before = { ranking: await ranking(page), firm: await firmness(page).innerText() };
  expect(before.ranking.length).toBeGreaterThan(1);
  await expect(region(page, 'The weights').getByText('All weights are the defaults of this tool.')).toBeVisible();
  await expect(weight(page, 'Cost of an interruption')).toHaveValue('4');

  await weight(page, 'Cost of an interruption').selectOption('0');
  await expect(firmness(page)).not.toHaveText(before.firm);
  await expect.poll(() => ranking(page)).not.toEqual(before.ranking);
  const changed = { ranking: await ranking(page), firm: await firmness(page).innerText() };
  await expect(region(page, 'The weights').getByText('One weight differs from the default of this tool')).toBeVisible();
  await expect(region(page, 'The weights').getByText('Default 4', { exact: true })).toBeVisible();
  await expectSaved(page);
  expect((await exportPlan(page)).plan.release.strategy.weights).toEqual({ interruption: 0 });

  await page.reload();
  await expect(weight(page, 'Cost of an interruption')).toHaveValue('0');
  await expect(firmness(page)).toHaveText(changed.firm);
  expect(await ranking(page)).toEqual(changed.ranking);

  await page.getByRole('button', { name: 'Reset all weights' }).click();
  await expect(weight(page, 'Cost of an interruption')).toHaveValue('4');
  await expect(firmness(page)).toHaveText(before.firm);
  expect(await ranking(page)).toEqual(before.ranking);
  await expect(page.getByRole('button', { name: 'Reset all weights' })).toHaveCount(0);

  await undo(page).click();
  await expect(weight(page, 'Cost of an interruption')).toHaveValue('0');
  await expect(firmness(page)).toHaveText(changed.firm);
  await weight(page, 'Cost of an interruption').selectOption('4');
  await expect(firmness(page)).toHaveText(before.firm);
  await expectSaved(page);
  expect((await exportPlan(page)).plan.release.strategy.weights ?? {}).toEqual({});
});

test('what would change the advice is said, for answers and for pairs of them', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Strategy');
  const change = region(page, 'What would change it');
  const sentences = await change.getByRole('listitem').allInnerTexts();
  expect(sentences.filter((text) => /^If “.*” were “.*”.* would lead\./.test(text)).length).toBe(sentences.length);
  await expect(change.getByRole('heading', { name: 'Two answers together' })).toBeVisible();
  await expect(change.getByText(/pairs? of answers would change it where neither does alone/)).toBeVisible();
  for (const width of [390, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(weight(page, 'Urgency')).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
  }
  await axe(page);
});

test('"I don\'t know" widens the result, and says whether the winner stands', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Strategy');
  await main(page).getByRole('link', { name: /question 11: / }).click();
  await expect(page.getByText('11 of 14', { exact: true })).toBeVisible();
  await expect(page.locator(':focus')).toHaveRole('radio');
  await page.keyboard.press('0');
  await expect(page.getByText('12 of 14', { exact: true })).toBeVisible();
  await goTo(page, 'Strategy');
  await expect(region(page, 'How firm it is').getByText(/^“Capacity for both” is not known\. In .*3 ways/)).toBeVisible();
  await undo(page).click();
  await expect(region(page, 'How firm it is').getByText(/is not known/)).toHaveCount(0);
});

test('a choice against the advice asks for its reason', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Strategy');
  const choice = region(page, 'The choice');
  await answer(choice.getByRole('group', { name: 'Who gets it when?' }), 'Parallel');
  await choice.getByRole('textbox', { name: 'Rationale' }).fill('');
  await expect(choice.getByText('This goes another way than the advisor.')).toBeVisible();
  await expect(choice.getByRole('button', { name: "Use the advisor's words" })).toHaveCount(0);
  await expect(choice.getByText(/Say why this release does not go “/)).toBeVisible();
  await enter(choice, { Rationale: 'The Board wants the old one at hand.' });
  await expect(choice.getByText(/Say why this release does not go “/)).toHaveCount(0);
  expect(await leads(page)).not.toContain('Parallel');
});

test('answering everything with "I don\'t know" is a result, as wide as can be', async ({ page }) => {
  await keepSample(page);
  await page.goto(`${page.url().replace(/#.*$/, '')}#${new URL(page.url()).hash.slice(1).split('/').slice(0, 3).join('/')}/strategy/walk`);
  for (let number = 1; number <= 14; number += 1) {
    await expect(page.getByText(`${number} of 14`, { exact: true })).toBeVisible();
    await expect(page.locator(':focus')).toHaveRole('radio');
    await page.keyboard.press('0');
  }
  await expect(main(page).getByText('0 of 14 questions answered; 14 not known.')).toBeVisible();
  await expect(main(page).getByText('No way stands out.')).toBeVisible();
  expect((await ranking(page)).length).toBeGreaterThan(1);
  await expect(region(page, 'How the nine compare').getByText('from the fewest to the most points')).toBeVisible();
  await axe(page);
});

test('a key pressed while the chosen answer is shown does not answer the same question again', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Strategy');
  await main(page).getByRole('link', { name: /question 11: / }).click();
  await expect(page.locator(':focus')).toHaveRole('radio');
  // One right after the other, however slow the machine is.
  await page.locator(':focus').evaluate((choice) => {
    for (const key of ['1', '2']) choice.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText('12 of 14', { exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByText('11 of 14', { exact: true })).toBeVisible();
  await expect(main(page).getByRole('radio').first()).toBeChecked();
  // Back at a question, keys answer it again.
  await expect(page.locator(':focus')).toHaveRole('radio');
  await page.keyboard.press('2');
  await expect(page.getByText('12 of 14', { exact: true })).toBeVisible();
});
