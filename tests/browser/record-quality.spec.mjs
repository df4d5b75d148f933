// What the release is judged on: environments, points that the plan answers itself, defects and what the desk is given.
import { goTo, keepSample, main } from './support/app.mjs';
import { fixedToday } from './support/clock.mjs';
import { control, enter, region } from './support/fields.mjs';
import { addEntry, again, detail, expectAmong, expectFinding, expectNoFinding, openDocument, openEntry, undo } from './support/record.mjs';
import { expect, test } from './support/test.mjs';

test.use({ actionTimeout: 10_000 });
test.beforeEach(({ page }) => fixedToday(page, '2026-09-21'));

test('an overdue refresh and a difference from production are found until they are cured', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Environments');
  await main(page).getByRole('button', { name: /^Overdue/ }).click();
  await expect(main(page).getByRole('rowheader').getByRole('link')).toHaveText(['Test']);
  const test = await openEntry(page, 'Test');
  const OVERDUE = 'Environment “Test” was due for a refresh on Wed 16 Sep 2026.';
  await expectFinding(page, OVERDUE);
  await enter(test, { 'Refreshed last': '2026-09-21' });
  await expectNoFinding(page, OVERDUE);
  await expect(test).toContainText('Due Mon 5 Oct 2026');
  await again(page);
  await expect(control(test, 'Refreshed last')).toHaveValue('2026-09-21');

  const differences = test.getByRole('region', { name: 'Differs from production', exact: true });
  await expect(differences.getByRole('row', { name: /Ticket database/ })).toHaveText('Ticket database16.316.4Production');
  await test.getByLabel('Version of “Ticket database”').fill('16.4');
  await expect(differences.getByRole('row', { name: /Ticket database/ })).toHaveCount(0);
  await undo(page);
  await expect(differences.getByRole('row', { name: /Ticket database/ })).toHaveCount(1);
  const plan = await openDocument(page, 'Release plan');
  await expect(plan.getByRole('row', { name: /Ticket database 16\.3 16\.4/ })).toHaveCount(1);
});

test('a point that the plan answers ticks itself, and unticks when the plan goes back', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Gates', 'Quality gates');
  await main(page).getByRole('link', { name: 'Defect review' }).click();
  await main(page).getByLabel('Point that the plan answers itself').selectOption('Every environment was refreshed in time');
  await main(page).getByRole('button', { name: 'Add automatic point' }).click();
  await page.getByRole('button', { name: 'Whole checklist' }).click();
  const point = page.getByRole('list', { name: 'Checklist' }).getByRole('listitem').filter({ hasText: 'Every environment was refreshed' });
  await expect(point).toContainText('Failed');
  await expect(point).toContainText('Test');
  await point.getByRole('link').click();
  const refreshed = control(detail(page), 'Refreshed last');
  await expect(refreshed).toBeFocused();
  await refreshed.fill('2026-09-20');
  await page.goBack();
  await expect(point).toContainText('Done');
  await undo(page);
  await expect(point).toContainText('Failed');
  await again(page);
  await expect(point).toContainText('Failed');
});

test('a defect goes live as a known error, and the desk is given what it must know', async ({ page }) => {
  const TITLE = 'Requests by field carers are filed under the depot of their phone, not their district';
  await keepSample(page);
  await goTo(page, 'Defects');
  await expectAmong(page, 'Blockers', `Defect “${TITLE}” is undecided.`);
  await main(page).getByRole('button', { name: 'Decide on 2 undecided defects' }).click();
  const review = region(page, 'Defect review');
  await expect(review.getByRole('heading', { name: TITLE })).toBeVisible();
  await page.keyboard.press('2');
  await expect(review.getByRole('status')).toContainText(`“${TITLE}”: Deploy with workaround.`);
  await expectAmong(page, 'Blockers', `Defect “${TITLE}” goes live with a workaround that is not written down.`);
  await review.getByRole('link', { name: 'Fill it in' }).click();
  const defect = detail(page);
  await expect(control(defect, 'Workaround')).toBeFocused();
  await page.keyboard.type('Name the district in the first line.');
  await expectNoFinding(page, `Defect “${TITLE}” goes live`);
  await expect(defect).toContainText('Still missing: symptoms, quick fix');
  await enter(defect, { Symptoms: 'The request lands in the wrong queue.', 'Quick fix': 'Move it by hand.', 'Incident code': 'KE-DISTRICT-09' });
  await expect(defect).toContainText('The desk has all that it needs');

  await goTo(page, 'Service desk');
  await expect(main(page).getByRole('row', { name: new RegExp(TITLE) }).first()).toContainText('KE-DISTRICT-09');
  const propose = main(page).getByRole('button', { name: /^Add \d+ from known errors$/ });
  await propose.click();
  await expect(propose).toHaveCount(0);
  await main(page).getByRole('searchbox', { name: 'Search points' }).fill('KE-DISTRICT-09');
  await main(page).getByRole('region', { name: 'Points, table' }).getByRole('link').first().click();
  await detail(page).getByRole('button', { name: 'Set up today' }).click();
  await expect(control(detail(page), 'By')).toBeFocused();
  await control(detail(page), 'By').selectOption('Hana Kobayashi');
  await again(page);
  await expect(control(detail(page), 'On')).toHaveValue('2026-09-21');
  const pack = await openDocument(page, 'Service desk pack');
  await expect(pack.getByRole('row', { name: /KE-DISTRICT-09/ }).first()).toContainText('Name the district in the first line.');
  await expect(pack.getByRole('row', { name: /KE-DISTRICT-09.*Hana Kobayashi/ })).toHaveCount(1);
});

test('a defect that is found after the decision calls for another', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Defects');
  const defect = await addEntry(page, 'Add defect');
  await enter(defect, { 'What is wrong': 'Tickets opened by chat have no caller' });
  await expect(defect).toContainText('Found on Mon 21 Sep 2026, after the Board decided.');
  const LATE = 'Defect “Tickets opened by chat have no caller” was found on Mon 21 Sep 2026, after the Board decided';
  await expectFinding(page, LATE);
  await main(page).getByRole('button', { name: /^Since the decision/ }).click();
  await expect(main(page).getByRole('rowheader', { name: 'Tickets opened by chat have no caller' })).toBeVisible();
  await defect.getByRole('link', { name: 'It calls for a Board decision' }).click();
  await expect(main(page).getByLabel('Decided on')).toBeFocused();
  const decision = region(page, 'Decision');
  await expect(decision).toContainText('Tickets opened by chat have no caller (Mon 21 Sep 2026)');
  await decision.getByRole('button', { name: 'The Board decides so today' }).click();
  await expectNoFinding(page, LATE);
  await undo(page);
  await expectFinding(page, LATE);
});
