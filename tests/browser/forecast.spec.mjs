// The forecast: computed in the page, looked at, changed, recorded, and printed for the Board.
import { exportPlan, goTo, handedOut, keepSample, main } from './support/app.mjs';
import { axe } from './support/axe.mjs';
import { fixedToday } from './support/clock.mjs';
import { enter, region } from './support/fields.mjs';
import { expectFinding, expectNoFinding, openDocument, undo } from './support/record.mjs';
import { expect, test } from './support/test.mjs';

test.use({ actionTimeout: 10_000 });

const NINE = 9;
const STALE = 'The forecast of Thu 17 Sep 2026 no longer is about this plan.';

const table = (page) => region(page, 'The nine side by side, table');
const row = (page, strategy) => table(page).getByRole('row', { name: new RegExp(`^${strategy}`) });
const recorded = (page) => region(page, 'Recorded forecast');

// Few trials, so that the journey is about the page and not about the machine.
async function forecastOfFewTrials(page) {
  await goTo(page, 'Forecast');
  await main(page).getByRole('radio', { name: '1,000', exact: true }).check({ force: true });
  await computed(page);
}

async function computed(page) {
  await expect(main(page).getByText(/^Computed from 1,000 trials, seed \d+/)).toBeVisible({ timeout: 60_000 });
  await expect(main(page).getByRole('progressbar')).toHaveCount(0);
}

test('the nine are compared, an input changes them, and what is recorded is printed', async ({ page }) => {
  // Computed six times over.
  test.slow();
  await fixedToday(page, '2026-09-21');
  await keepSample(page);
  await forecastOfFewTrials(page);
  await expect(table(page).getByRole('row')).toHaveCount(NINE + 1);
  await expect(row(page, 'Phased, pull then push')).toContainText('Chosen');
  await expect(main(page).getByText(/exposes? the fewest people to a severe defect/)).toBeVisible();
  await expect(region(page, 'What the ranking by cost depends on most').getByRole('listitem')).toHaveCount(3);
  await expect(recorded(page)).toContainText('As recorded on Thu 17 Sep 2026 by Noor Haddad');
  await expect(recorded(page)).toContainText('Still holds');

  // Sorted by what it exposes, upwards and downwards.
  await table(page).getByRole('button', { name: 'Exposed' }).click();
  await table(page).getByRole('button', { name: 'Exposed' }).click();
  await expect(table(page).getByRole('columnheader', { name: 'Exposed' })).toHaveAttribute('aria-sort', 'descending');
  await expect(table(page).getByRole('rowheader').first()).toContainText(/^(Big Bang|Parallel), push/);
  await main(page).getByRole('radio', { name: 'Time', exact: true }).check({ force: true });
  await expect(table(page).getByRole('columnheader')).toHaveCount(3);
  await main(page).getByRole('radio', { name: 'All', exact: true }).first().check({ force: true });

  // Each picture has its name and its figures.
  await expect(main(page).getByRole('img', { name: /^People exposed against the time it takes/ })).toBeVisible();
  const spread = region(page, 'How it spreads');
  await spread.getByText('The same in figures').click();
  await expect(spread.getByRole('row')).toHaveCount(NINE + 1);

  // On paper all have, and afterwards those that somebody opened.
  const against = region(page, 'Exposure against time');
  await expect(against.getByRole('row')).toHaveCount(0);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(against.getByRole('row')).toHaveCount(NINE + 1);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(against.getByRole('row')).toHaveCount(0);
  await expect(spread.getByRole('row')).toHaveCount(NINE + 1);

  // The size of the first wave, under the chosen strategy and under another one.
  const wave = region(page, 'How large the first wave should be');
  await expect(wave.getByText(/^A severe defect exposes the fewest people with a first wave of \d/)).toBeVisible();
  await expect(wave.getByRole('img', { name: /size of the first wave, under Phased, pull then push/ })).toBeVisible();
  await wave.getByLabel('Strategy', { exact: true }).selectOption('Phased, push');
  await expect(wave.getByRole('img', { name: /size of the first wave, under Phased, push/ })).toBeVisible();

  // Another value changes the figures, and the recorded forecast no longer holds.
  const before = await row(page, 'Big Bang, push').innerText();
  await region(page, 'Inputs').getByText(/^The defect/).first().click();
  const chance = main(page).getByLabel('Chance of a severe defect', { exact: true });
  await chance.fill('140');
  await chance.blur();
  await expect(main(page).getByText('Enter a number from 0 to 100.')).toBeVisible();
  await chance.fill('90');
  await chance.blur();
  await expect(recorded(page)).toContainText('The plan has changed since this forecast');
  await expectFinding(page, STALE);
  await expect.poll(() => row(page, 'Big Bang, push').innerText(), { timeout: 30_000 }).not.toBe(before);
  await computed(page);
  await undo(page);
  await expectNoFinding(page, STALE);
  await computed(page);
  await expect.poll(() => row(page, 'Big Bang, push').innerText(), { timeout: 30_000 }).toBe(before);

  // Entered once more, with a note, and recorded.
  await enter(main(page), { 'Chance of a severe defect': '30' });
  await enter(main(page), { 'Note on Chance of a severe defect': 'Three of the last ten' });
  await computed(page);
  await expect(main(page).getByRole('button', { name: 'Record this forecast' })).toBeEnabled();
  await main(page).getByRole('button', { name: 'Record this forecast' }).click();
  await expect(recorded(page)).toContainText('As recorded on Mon 21 Sep 2026');
  await expect(recorded(page)).toContainText('Still holds');
  await axe(page);
  const { plan } = await exportPlan(page);
  const { forecast } = plan.release.after;
  await main(page).getByRole('button', { name: 'Remove the record' }).press('Enter');
  await expect(main(page).getByRole('button', { name: 'Record this forecast' })).toBeFocused();
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await expect(recorded(page)).toContainText('Still holds');
  expect(forecast.compared).toHaveLength(NINE);
  expect(forecast.influences).toHaveLength(3);
  expect(forecast.first_waves.length).toBeGreaterThan(NINE);
  expect(forecast.trials).toBe(1000);
  const pack = await openDocument(page, 'Go/No-Go pack');
  await expect(pack).toContainText('As recorded on Mon 21 Sep 2026');
  await expect(pack.getByRole('row', { name: /Chance of a severe defect/ })).toContainText('Three of the last ten');
  await expect(pack.getByRole('img', { name: /^People exposed against the time it takes/ })).toBeVisible();
  await expect(pack.getByRole('img', { name: /^People exposed to a severe defect by the size of the first wave/ })).toBeVisible();
});

test('groups of inputs stay unfolded while the release is open', async ({ page }) => {
  await fixedToday(page, '2026-09-21');
  await keepSample(page);
  await goTo(page, 'Forecast');
  const group = (name) => region(page, 'Inputs').getByText(name).first();
  const chance = main(page).getByLabel('Chance of a severe defect', { exact: true });
  await group(/^The defect/).click();
  await expect(chance).toBeVisible();
  const unfolded = () => region(page, 'Inputs').getByRole('textbox').count();
  const before = await unfolded();
  for (const other of ['Rollout plan', 'Strategy']) {
    await goTo(page, other);
    await expect(chance).toHaveCount(0);
    await goTo(page, 'Forecast');
    await expect(chance).toBeVisible();
    expect(await unfolded()).toBe(before);
  }
  // What is drawn unfolded takes a value like any other, and keeps the focus.
  await chance.fill('37');
  await chance.press('Tab');
  await expect(main(page).getByLabel('Note on Chance of a severe defect')).toBeVisible();
  // The button goes with what was entered, and leaves the focus with the field.
  await main(page).getByRole('button', { name: 'Reset Chance of a severe defect' }).press('Enter');
  await expect(main(page).getByRole('button', { name: 'Reset Chance of a severe defect' })).toHaveCount(0);
  await expect(chance).toBeFocused();
  await group(/^The defect/).click();
  await expect(chance).toHaveCount(0);
  await goTo(page, 'Rollout plan');
  await goTo(page, 'Forecast');
  await expect(group(/^The defect/)).toBeVisible();
  await expect(chance).toHaveCount(0);
});

test('where no currency is set, costs say so and lead to where it is', async ({ page }) => {
  await fixedToday(page, '2026-09-21');
  await keepSample(page);
  await forecastOfFewTrials(page);
  const cost = (name) => table(page).getByRole('columnheader', { name, exact: true });
  const set = region(page, 'The nine side by side').getByRole('link', { name: 'Set the currency' });
  await expect(cost('Cost')).toBeVisible();
  await expect(set).toHaveCount(0);
  await goTo(page, 'Overview', /One Desk/);
  await main(page).getByLabel(/^Currency/).fill('');
  await main(page).getByLabel(/^Currency/).blur();
  await goTo(page, 'Forecast');
  await computed(page);
  await expect(cost('Cost (no currency set)')).toBeVisible();
  await set.click();
  await expect(main(page).getByLabel(/^Currency/)).toBeFocused();
  await enter(main(page), { Currency: 'EUR' });
  await goTo(page, 'Forecast');
  await expect(set).toHaveCount(0);
});

// How high the letters of each picture on the page are, in pixels, and whether one is wider than its frame.
const pictures = (page) =>
  main(page).locator('figure').getByRole('img').evaluateAll((all) =>
    all.map((svg) => ({
      letters: (20 * svg.getBoundingClientRect().width) / svg.viewBox.baseVal.width,
      scrolls: svg.parentElement.scrollWidth > svg.parentElement.clientWidth,
    })));

for (const width of [390, 1280, 1920]) {
  test(`pictures are legible at ${width} px`, async ({ page }) => {
    await fixedToday(page, '2026-09-21');
    await keepSample(page);
    await forecastOfFewTrials(page);
    await page.setViewportSize({ width, height: 900 });
    await expect(main(page).getByRole('img', { name: /^People exposed against the time it takes/ })).toBeVisible();
    const shown = await pictures(page);
    expect(shown.length).toBeGreaterThanOrEqual(4);
    for (const { letters, scrolls } of shown) {
      expect(letters).toBeGreaterThan(11);
      expect(letters).toBeLessThan(19);
      expect(scrolls).toBe(false);
    }
  });
}

test('the run is cancelled, and its figures go out by name', async ({ page }) => {
  await fixedToday(page, '2026-09-21');
  await keepSample(page);
  await goTo(page, 'Forecast');
  await main(page).getByRole('radio', { name: '100,000', exact: true }).check({ force: true });
  await main(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(main(page).getByRole('status').filter({ hasText: /^Stopped/ })).toBeVisible();
  await expect(main(page).getByRole('progressbar')).toHaveCount(0);
  await expect(main(page).getByRole('button', { name: 'Record this forecast' })).toBeDisabled();
  await main(page).getByRole('radio', { name: '1,000', exact: true }).check({ force: true });
  await computed(page);
  const { text } = await handedOut(page, () => main(page).getByRole('button', { name: 'Download figures' }).click());
  const { trials, figures } = JSON.parse(text);
  expect(trials).toBe(1000);
  expect(figures['phased/pull_then_push/cost/mean/value']).toBeGreaterThan(0);
});

test('what came of the rollout is entered and judged by the forecast', async ({ page }) => {
  await fixedToday(page, '2026-12-20');
  await keepSample(page);
  await goTo(page, 'Go-live and after');
  const actual = region(page, 'What came of the rollout');
  await enter(actual, { 'People hit': '2000', 'Cost in the release’s currency': '-5' });
  await expect(actual.getByText('Enter an amount, 0 or more, such as 1,250 or 1,250.50.')).toBeVisible();
  // What cannot be so is said beside its field, and is not held against the forecast.
  await enter(actual, { 'First wave began': '2026-12-10T18:00', '95 % had it': '2026-12-05T18:00', 'People exposed': '999999999' });
  await expect(actual.getByText(/^This lies before the first wave began\./)).toBeVisible();
  await expect(actual.getByText(/^The release reaches 2,300 people\./)).toBeVisible();
  await expect(actual.getByRole('row', { name: /^Finish/ })).toContainText('not known');
  await enter(actual, { '95 % had it': '2026-12-15T18:00', 'People exposed': '1 200' });
  await expect(actual.getByText(/^This lies before the first wave began\./)).toHaveCount(0);
  await expect(actual.getByText(/^The release reaches 2,300 people\./)).toHaveCount(0);
  await expect(actual.getByLabel(/^People exposed/)).toHaveValue('1200');
  await enter(actual, { 'Cost in the release’s currency': '12,500.50' });
  await expect(actual.getByRole('row', { name: /^People hit/ })).toContainText('Above the band');
  await expect(actual.getByRole('row', { name: /^Cost/ })).toContainText('EUR 12,500.50');
  await goTo(page, 'Forecast');
  await expect(region(page, 'How good forecasts have been')).toContainText('too few to judge by');
  const plan = await openDocument(page, 'Release plan');
  await expect(plan.getByRole('row', { name: /^People hit/ }).last()).toContainText('above the band');
});
