// Who lets the release through, and on what terms: RFCs and the CAB, rules with waivers, gates, the Board.
import { goTo, keepSample, main } from './support/app.mjs';
import { fixedToday } from './support/clock.mjs';
import { answer, choose, control, enter, region } from './support/fields.mjs';
import { addEntry, again, detail, expectAmong, expectFinding, expectNoFinding, openDocument, openEntry, undo } from './support/record.mjs';
import { expect, test } from './support/test.mjs';

test.use({ actionTimeout: 10_000 });
test.beforeEach(({ page }) => fixedToday(page, '2026-09-21'));

const openRfc = async (page) => {
  await goTo(page, 'RFCs', 'Requests for change');
  return openEntry(page, 'Connect the supplier directory for contractors');
};

test('the check list before the CAB names what is missing until it is cured', async ({ page }) => {
  await keepSample(page);
  const NOT_READY = 'is not ready for the CAB: risks with responses and owners';
  await expectFinding(page, NOT_READY);
  const rfc = await openRfc(page);
  const points = rfc.getByRole('region', { name: 'Before the CAB' });
  await expect(points).toContainText('1 point missing of what the CAB commonly asks for.');
  await enter(rfc, { Impact: ' ' });
  await expect(points).toContainText('2 points missing');
  await undo(page);
  await expect(points).toContainText('1 point missing');

  await expect(points.getByRole('listitem').filter({ hasText: 'Risks with responses' })).toContainText('Missing: a response to “The start of a school term falls close to');
  await points.getByRole('link', { name: 'Risks with responses and owners' }).click();
  const response = control(detail(page), 'Response');
  await expect(response).toBeFocused();
  await page.keyboard.type('Education starts two weeks after term.');
  await expectNoFinding(page, NOT_READY);
  await openRfc(page);
  await expect(points).toContainText('Nothing is missing of what the CAB commonly asks for.');
  const sheet = await openDocument(page, 'CAB sheet');
  await expect(sheet).toContainText('Education starts two weeks after term.');
});

test('a rejected RFC is submitted again, and each leads to the other', async ({ page }) => {
  await keepSample(page);
  const rfc = await openRfc(page);
  await answer(rfc, 'Rejected');
  await expectFinding(page, 'RFC 4533 “Connect the supplier directory for contractors” was refused, and the reason or the next step is missing.');
  const reason = control(rfc, 'Reason');
  const list = await reason.getAttribute('list');
  expect(await page.locator(`#${list} option`).evaluateAll((options) => options.map(({ value }) => value))).toContain('Submitted too late');
  await enter(rfc, { Reason: 'Submitted too late', 'What happened next': 'Submitted again for the next CAB.' });
  await expectNoFinding(page, 'was refused, and');

  await rfc.getByRole('button', { name: 'Resubmit as a new RFC' }).click();
  await expect(rfc).toContainText('Resubmits 4533 Connect the supplier directory');
  await enter(rfc, { Number: '4540', 'CAB meets on': '2026-09-30', 'Submitted on': '2026-09-21' });
  await rfc.getByRole('link', { name: /^4533/ }).click();
  await expect(rfc).toContainText('Resubmitted as 4540 Connect the supplier directory');
  await again(page);
  await expect(rfc).toContainText('Resubmitted as 4540');

  await main(page).getByText('Over all releases').click();
  await expect(region(page, 'Refusals')).toContainText('4 RFCs were decided; 2 of them were refused, 50 %.');
  const sheet = await openDocument(page, 'CAB sheet');
  await expect(sheet).toContainText('4533 was rejected on Mon 21 Sep 2026: Submitted too late. What was done about it: Submitted again for the next CAB.');
});

test('a rule of one’s own is built, broken, and waived', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Rules', 'Governance rules');
  const rule = await addEntry(page, 'Add rule');
  await enter(rule, { Rule: 'What is new here is not rolled out in waves', Why: 'Two tools side by side confuse the desk.' });
  await rule.getByRole('button', { name: 'Add condition' }).click();
  const condition = rule.getByRole('group', { name: 'Condition 1' });
  await condition.getByLabel('Condition 1, value').selectOption('yes');
  const then = rule.getByRole('group', { name: 'What must hold' });
  await then.getByLabel('What must hold, value').selectOption('big_bang');
  await expect(rule).toContainText(/When first of type is yes, approach is not Big Bang/i);
  await expect(rule.getByRole('status')).toContainText('Met');

  await then.getByLabel('What must hold, value').selectOption('phased');
  await expect(rule.getByRole('status')).toContainText('Broken');
  const BROKEN = 'The plan breaks the rule “What is new here is not rolled out in waves”.';
  await expectAmong(page, 'Blockers', BROKEN);
  await again(page);
  await rule.getByRole('button', { name: 'Grant a waiver' }).click();
  await enter(rule.getByRole('group', { name: 'Waiver', exact: true }), { 'Accepted by': 'Anders Holm', 'Last day': '2026-10-31', Reason: 'The desk has rehearsed it.' });
  await expectNoFinding(page, BROKEN);
  await expectAmong(page, 'Conditions', '“What is new here is not rolled out in waves” is waived until Sat 31 Oct 2026.');
  const pack = await openDocument(page, 'Go/No-Go pack');
  await expect(pack).toContainText('The desk has rehearsed it.');
});

test('a gate passes with conditions that somebody answers for, and shows the time that it took', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Gates', 'Quality gates');
  const row = main(page).getByRole('row', { name: /Defect review/ });
  await expect(row).toContainText('1 day so far');
  await row.getByRole('link', { name: 'Defect review' }).click();
  await expect(main(page)).toContainText('Opened Sun 20 Sep 2026, yesterday. Due Wed 23 Sep 2026, in 2 days. 1 day so far');
  const outcome = region(page, 'Outcome');
  await answer(outcome, 'Passed with conditions');
  await outcome.getByRole('button', { name: 'Add condition' }).click();
  await page.keyboard.type('Write the workaround down');
  await expectFinding(page, 'A condition of gate “Defect review” has no owner');
  await outcome.getByLabel('Condition 1, owner').selectOption('Hana Kobayashi');
  await outcome.getByLabel('Condition 1, until').fill('2026-09-25');
  await expectNoFinding(page, 'A condition of gate “Defect review” has no');
  await expectAmong(page, 'Conditions', 'Gate “Defect review” passed with conditions: Write the workaround down.');
  await expect(main(page)).toContainText('Took 1 day');
  await again(page);
  await expect(outcome.getByLabel('Condition 1, until')).toHaveValue('2026-09-25');
  await goTo(page, 'Actions');
  await expect(main(page).getByRole('row', { name: /Write the workaround down/ })).toContainText('Condition of a gate: Defect review');
  const pack = await openDocument(page, 'Go/No-Go pack');
  await expect(pack).toContainText('Write the workaround down');
});

test('the Board hears a deputy, and decides with a quorum', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Board', 'Release Board');
  const members = region(page, 'Members and votes');
  const vote = (name) => members.getByLabel(`Vote of ${name}`);
  for (const name of ['Ingrid Aasen', 'Clodagh Ryan', 'Rohan Mehta']) await vote(name).selectOption('Has not voted');
  await expect(main(page)).toContainText('3 of 6 members have voted; the quorum of 4 is not reached.');
  await expectFinding(page, 'The Board decided with');

  const row = members.getByRole('row').filter({ has: page.getByLabel('Vote of Ingrid Aasen') });
  await row.getByLabel('Deputy').selectOption('Leila Rahmani');
  await vote('Ingrid Aasen').selectOption('Go');
  await row.getByLabel('Whose voice').selectOption('Cast by Leila Rahmani');
  await row.getByLabel('Reason for the vote').fill('The CAB has no objection.');
  await expect(main(page)).toContainText('the quorum of 4 is reached');
  await expectNoFinding(page, 'The Board decided with');
  await again(page);
  await expect(row.getByLabel('Whose voice')).toHaveValue('leila-rahmani');
  await main(page).getByRole('link', { name: 'Call the roll' }).click();
  await expect(main(page).getByRole('listitem').filter({ hasText: 'Change manager' })).toContainText('Ingrid Aasen · deputy Leila Rahmani');
  const pack = await openDocument(page, 'Go/No-Go pack');
  await expect(pack.getByRole('row', { name: /The CAB has no objection/ })).toContainText('Leila Rahmani');
});
