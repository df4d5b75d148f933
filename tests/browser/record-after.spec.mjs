// Towards go-live and beyond it: capacity, dates that move together, the night as it went, and what the next release learns.
import { expectSaved, exportPlan, goTo, keepSample, main } from './support/app.mjs';
import { fixedToday } from './support/clock.mjs';
import { added, choose, control, enter, giveReason, region } from './support/fields.mjs';
import { addEntry, again, detail, expectAmong, expectFinding, expectNoFinding, openDocument, smallRelease, undo } from './support/record.mjs';
import { expect, test } from './support/test.mjs';

test.use({ actionTimeout: 10_000 });

test('a shortage of capacity blocks, or is a condition where somebody sees to it', async ({ page }) => {
  await fixedToday(page, '2026-09-21');
  await keepSample(page);
  await goTo(page, 'Readiness review');
  const issue = await addEntry(page, 'Add capacity issue');
  await enter(issue, { 'What there is too little of': 'Disk space for recordings', 'In the capacity plan': 'CAP-121' });
  await expectAmong(page, 'Blockers', 'Capacity issue “Disk space for recordings” is open, without owner and day.');
  await choose(issue, { Owner: 'Oskar Wójcik' });
  await enter(issue, { Due: '2026-09-30' });
  await expectAmong(page, 'Conditions', 'Capacity issue “Disk space for recordings” is open and is due Wed 30 Sep 2026.');
  await choose(issue, { Severity: 'Critical' });
  await expectAmong(page, 'Blockers', 'Capacity issue “Disk space for recordings” is open, critical.');
  await again(page);
  await expect(control(issue, 'Severity')).toHaveValue('critical');
  const review = await openDocument(page, 'Readiness review');
  await expect(review.getByRole('row', { name: /Disk space for recordings/ })).toContainText('CAP-121');

  await page.goBack();
  await page.goBack();
  await issue.getByRole('button', { name: 'Remove capacity issue' }).click();
  await giveReason(page, 'Recordings are not kept after all.');
  await expectNoFinding(page, 'Capacity issue “Disk space');
  await expectFinding(page, '“Disk space for recordings” was removed from the plan: Recordings are not kept after all.');
  await undo(page);
  await expectAmong(page, 'Blockers', 'Capacity issue “Disk space for recordings” is open, critical.');
});

test('go-live moves with all that hangs on it, and one undo takes it back', async ({ page }) => {
  await fixedToday(page, '2026-09-21');
  await keepSample(page);
  const content = async () => {
    const { plan: { release: { log, ...release } } } = await exportPlan(page);
    return release;
  };
  const before = await content();
  await goTo(page, 'Dates');
  await main(page).getByLabel('New day of go-live').fill('2026-10-10');
  const preview = region(page, 'What moves, table');
  await expect(preview.getByRole('row', { name: /Go-live/ }).first()).toContainText('Sat 10 Oct 2026');
  await expect(main(page).getByRole('status').filter({ hasText: /open dates move/ })).toHaveText(/^\d+ of \d+ open dates move\.$/);
  expect(await content()).toEqual(before);
  await main(page).getByRole('button', { name: 'Move go-live to Sat 10 Oct 2026' }).click();
  await expect(main(page)).toContainText('Go-live on Sat 10 Oct 2026, in 19 days.');
  const moved = await content();
  expect(moved.identity.window.start).toBe('2026-10-10T06:00:00');
  expect(moved.rollout.waves[0].start).toBe('2026-10-10T16:30:00');
  await undo(page);
  await expect(main(page)).toContainText('Go-live on Sat 3 Oct 2026');
  expect(await content()).toEqual(before);

  const row = await added(page, main(page), 'Add period');
  await page.keyboard.insertText('Quarter end');
  await row.getByLabel('First day of “Quarter end”').fill('2026-10-01');
  await row.getByLabel('Last day of “Quarter end”').fill('2026-10-05');
  const CLASH = /Go-live.* falls into “Quarter end”, when nothing may be deployed\./;
  await expectFinding(page, CLASH);
  await again(page);
  await expectFinding(page, CLASH);
  const plan = await openDocument(page, 'Release plan');
  await expect(plan.getByRole('row', { name: /Quarter end/ }).first()).toContainText('5 Oct 2026');
});

test('the readiness review asks what the plan answers itself', async ({ page }) => {
  await fixedToday(page, '2026-09-21');
  await keepSample(page);
  await goTo(page, 'Readiness review');
  await main(page).getByLabel('Point that the plan answers itself').selectOption('Every risk has a response and an owner');
  await main(page).getByRole('button', { name: 'Add automatic point' }).click();
  const point = main(page).getByRole('row').filter({ hasText: 'Without response or owner:' });
  await expect(point).toContainText('Failed');
  await expect(point.getByRole('radio')).toHaveCount(0);
  await enter(region(page, 'The review'), { 'Held on': '2026-09-21' });
  await expectFinding(page, 'its point “Every risk has a response and an owner” is failed.');
  const review = await openDocument(page, 'Readiness review');
  await expect(review.getByRole('row', { name: /Every risk has a response/ })).toContainText('The plan itself answers');
});

test('the night is noted as it goes, and the next release of the type hears of it', async ({ page }) => {
  await fixedToday(page, '2026-09-21');
  await keepSample(page);
  await fixedToday(page, '2026-10-03');
  await page.reload();
  await goTo(page, 'Go-live and after');
  const step = region(page, 'Runbook as it goes').getByRole('row', { name: /^Tell service desk, on-call teams/ });
  await step.getByRole('button', { name: /^Start/ }).press('Enter');
  await expect(step.getByRole('button', { name: /^End now/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(step.getByLabel(/, begun$/)).toHaveValue(/^2026-10-03T\d\d:\d\d$/);
  await expect(step.getByLabel(/, result$/)).toHaveValue('done');
  const failed = region(page, 'Runbook as it goes').getByRole('row', { name: /^Set the old tool to emergency/ });
  await failed.getByRole('button', { name: /^Start/ }).click();
  await failed.getByRole('button', { name: /^Failed/ }).click();
  await expectFinding(page, 'Runbook step “Set the old tool to emergency tickets only” failed.');
  await undo(page);
  await expectNoFinding(page, 'Runbook step “Set the old tool to emergency tickets only” failed.');

  const wave = region(page, 'Waves').getByRole('row', { name: /^Pilot: the desk itself/ });
  await wave.getByLabel(/, state$/).selectOption('Backed out');
  await wave.getByLabel(/why it was backed out/).fill('Calls were lost for ten minutes; Noor Haddad decided.');
  await expect(region(page, 'Forecast against actual')).toContainText('1 of 5');

  const exit = region(page, 'Exit criteria').getByRole('row').filter({ has: page.getByLabel(/Median handling time.* was met/) });
  await exit.getByLabel(/was met/).fill('2026-10-03');
  await enter(region(page, 'Early life support'), { Ended: '2026-10-03' });
  await expectFinding(page, 'Early life support ended although “No open incident of priority 1 or 2 for ten days” is not met.');
  await expectNoFinding(page, 'Early life support ended although “Median');
  const lesson = await added(page, main(page), 'Add lesson');
  await page.keyboard.insertText('Rehearse the telephone switch twice.');
  await lesson.getByLabel(/^Kind of/).selectOption('Lesson');
  await again(page);
  await expect(wave.getByLabel(/, state$/)).toHaveValue('backed_out');
  const runbook = await openDocument(page, 'Rollout runbook');
  await expect(runbook).toContainText('Calls were lost for ten minutes; Noor Haddad decided.');

  await fixedToday(page, '2026-11-02');
  await smallRelease(page, { release_type: 'major' });
  const lessons = region(page, 'Lessons of earlier releases');
  await expect(lessons).toContainText('Rehearse the telephone switch twice.');
  await goTo(page, 'Go-live and after');
  await lessons.getByRole('link', { name: /^One Desk/ }).click();
  await expect(region(page, 'Lessons')).toBeVisible();
  await expectSaved(page);
});
