// Who learns, hears, reads, meets and does what: training, messages, documents on their way, meetings, and the actions of all.
import { goTo, keepSample, main } from './support/app.mjs';
import { fixedToday } from './support/clock.mjs';
import { choose, control, enter, region, tick } from './support/fields.mjs';
import { addEntry, again, detail, expectFinding, expectNoFinding, openDocument, openEntry, smallRelease, undo } from './support/record.mjs';
import { expect, test } from './support/test.mjs';

test.use({ actionTimeout: 10_000 });
test.beforeEach(({ page }) => fixedToday(page, '2026-09-21'));

test('whoever must be trained follows from the plan, and a session closes the gap', async ({ page }) => {
  await smallRelease(page);
  await goTo(page, 'Training');
  const propose = main(page).getByRole('button', { name: 'Add audiences from the plan' });
  await propose.click();
  await expect(propose).toBeDisabled();
  const audience = region(page, 'Audiences').getByRole('row', { name: /Everyone in Shops/ });
  await expect(audience).toContainText('16 more needed');
  await expectFinding(page, 'is not adequately trained: 0 of 20 trained, 16 needed, 12 days left.');

  const session = await addEntry(page, 'Add session');
  await enter(session, { 'What is taught': 'Selling without the line', Starts: '2026-09-18T09:00', Seats: 20, Place: 'Room 4' });
  await choose(session, { Trainer: 'Maeve Quinn' });
  await tick(session, [/Everyone in Shops/], 'For whom');
  await expect(session.locator('summary').filter({ hasText: 'For whom' })).toContainText('Everyone in Shops');
  await session.getByRole('button', { name: 'Everyone attended' }).click();
  await expect(session.getByLabel('How many of “')).toHaveValue('20');
  await expect(audience).toContainText('20 of 20');
  await expectNoFinding(page, 'is not adequately trained: 0 of 20');
  await undo(page);
  await expect(audience).toContainText('16 more needed');
  await page.keyboard.press('Control+Shift+z');
  await again(page);
  await expect(audience).toContainText('Adequate');
  const plan = await openDocument(page, 'Training plan');
  await expect(plan).toContainText('Selling without the line');
  await expect(plan).toContainText('Room 4');
});

test('a message is made from a template, sent, and moves with go-live until then', async ({ page }) => {
  await smallRelease(page);
  await goTo(page, 'Communications');
  const message = await addEntry(page, 'Add message');
  await expect(control(message, 'Start from a template')).toBeFocused();
  await choose(message, { 'Start from a template': 'announcement', Sender: 'Maeve Quinn' });
  const letter = message.getByRole('region', { name: 'As it reads today' });
  await expect(letter).toContainText('Till software 3.1 is coming on Sat 3 Oct 2026');
  await expect(letter).toContainText('What it brings: Tills that go on selling when the line is down.');
  await expect(letter).toContainText('missing: how to reach the service desk');
  await expectFinding(page, 'cannot be sent yet; missing: how to reach the service desk');
  await goTo(page, 'People');
  await enter(main(page), { 'Maeve Quinn, team': 'Service desk', 'Maeve Quinn, contact': 'desk@example.org' });
  await goTo(page, 'Communications');
  await openEntry(page, 'Till software 3.1 is coming on Sat 3 Oct 2026');
  await expect(letter).toContainText('desk@example.org');
  await expectNoFinding(page, 'cannot be sent yet');
  const told = region(page, 'Who has been told what').getByRole('row', { name: /Shops/ });
  await expect(told).toContainText('Not yet');
  await letter.getByRole('button', { name: 'Mark as sent' }).click();
  await expect(told).toContainText('Told on Mon 21 Sep 2026');

  const reminder = await addEntry(page, 'Add message');
  await choose(reminder, { 'Start from a template': 'reminder' });
  await expect(reminder.getByRole('group', { name: 'Send', exact: true })).toContainText('Wed 30 Sep 2026, in 9 days. It moves with go-live.');
  await goTo(page, 'Dates');
  await main(page).getByLabel('New day of go-live').fill('2026-10-10');
  await main(page).getByRole('button', { name: 'Move go-live to Sat 10 Oct 2026' }).click();
  await goTo(page, 'Communications');
  const rows = region(page, 'Messages, table').getByRole('row');
  await expect(rows.filter({ hasText: 'Reminder' })).toContainText('Wed 7 Oct 2026');
  await expect(rows.filter({ hasText: 'is coming on' })).toContainText('Sent on Mon 21 Sep 2026');
  await again(page);
  const pack = await openDocument(page, 'Communications pack');
  await expect(pack).toContainText('Reminder: Till software 3.1 on Sat 10 Oct 2026');
});

test('a document that changes after it was sent is shown as changed', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Communications');
  const documents = region(page, 'Distributed documents');
  const row = documents.getByRole('row', { name: /Piotr Zieliński/ });
  await row.getByRole('link').click();
  await detail(page).getByRole('button', { name: 'Mark as sent' }).click();
  await expect(row).toContainText('Not acknowledged');
  await detail(page).getByRole('button', { name: 'Mark as acknowledged' }).click();
  await expect(row).toContainText('Acknowledged');

  await goTo(page, 'Rollout plan');
  await main(page).getByLabel(/minutes/i).first().waitFor();
  const minutes = region(page, 'Runbook').getByLabel(/Minutes/).first();
  await minutes.fill('25');
  await minutes.blur();
  const CHANGED = 'The rollout runbook has changed since it was sent to Piotr Zieliński.';
  await expectFinding(page, CHANGED);
  await goTo(page, 'Communications');
  await expect(row).toContainText('Changed since');
  await again(page);
  await documents.getByRole('button', { name: /^Changed since/ }).click();
  await row.getByRole('link').click();
  await detail(page).getByRole('button', { name: 'Send again' }).click();
  await expectNoFinding(page, CHANGED);
  await undo(page);
  await expectFinding(page, CHANGED);
  const pack = await openDocument(page, 'Communications pack');
  await expect(pack.getByRole('row', { name: /Piotr Zieliński/ })).toContainText('hanged');
});

test('what is agreed in a meeting is done in the list of actions', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Meetings');
  const meeting = await addEntry(page, 'Add meeting');
  await enter(meeting, { Title: 'Last look before the pilot', Starts: '2026-09-21T09:00', Place: 'Room 4' });
  await tick(meeting, [/Noor Haddad/], 'Was there');
  await meeting.getByRole('button', { name: 'Propose agenda' }).click();
  const agenda = meeting.getByRole('region', { name: 'Agenda', exact: true });
  await expect(agenda.getByRole('row').filter({ has: page.getByLabel('Point') }).first()).toBeVisible();
  const points = await agenda.getByLabel('Point', { exact: true }).evaluateAll((fields) => fields.map(({ value }) => value));
  expect(points).toContainEqual(expect.stringMatching(/^Gates: \d+ blockers/));
  expect(points).toContain('Go, Conditional Go or No-Go for Sat 3 Oct 2026: what does each of us say?');
  await meeting.getByLabel(/^Said and decided on “Gates/).fill('Both are held on Thursday.');

  await meeting.getByRole('button', { name: 'Add action' }).press('Enter');
  await page.keyboard.insertText('Book the room for Thursday');
  await meeting.getByLabel('Owner of “Book the room').selectOption('Brigid Nolan');
  await meeting.getByLabel('“Book the room for Thursday” is due').fill('2026-09-20');
  await expectFinding(page, 'Overdue action from Last look before the pilot (Brigid Nolan): Book the room for Thursday');

  await goTo(page, 'Actions');
  const action = main(page).getByRole('row', { name: /Book the room for Thursday/ });
  await expect(main(page).getByRole('region', { name: /^Brigid Nolan/ }).getByRole('row', { name: /Book the room/ })).toContainText('overdue');
  await action.getByRole('checkbox', { name: 'Done: Book the room for Thursday' }).press('Space');
  await expect(action).toHaveCount(0);
  await expectNoFinding(page, 'Book the room for Thursday');
  await again(page);
  await main(page).getByRole('button', { name: /^Done/ }).click();
  await expect(action).toContainText('done on Mon 21 Sep 2026');
  await action.getByRole('link').click();
  await expect(detail(page).getByLabel('“Book the room for Thursday” was done')).toHaveValue('2026-09-21');
  const minutes = await openDocument(page, 'Meeting minutes');
  await expect(minutes).toContainText('Both are held on Thursday.');
  await expect(minutes.getByRole('row', { name: /Book the room for Thursday/ })).toContainText('Brigid Nolan');
});

test('everything that somebody must do is found by whom, by when and by kind', async ({ page }) => {
  await keepSample(page);
  await goTo(page, 'Actions');
  const headings = main(page).getByRole('heading', { level: 2 });
  const names = async () => (await headings.allInnerTexts()).map((text) => text.replace(/\s*\d+$/, ''));
  const by = (word) => main(page).getByRole('group', { name: 'Group by' }).getByRole('radio', { name: word }).check({ force: true });
  expect(await names()).toContain('Noor Haddad');
  await by('By due date');
  await expect.poll(names).toEqual(['Overdue', 'Next 7 days', 'Later', 'No due date']);
  await by('By kind');
  await expect.poll(names).toContain('Capacity issue');
  const filter = main(page).getByRole('group', { name: 'Filter' });
  await filter.getByRole('button', { name: /^Overdue/ }).click();
  const rows = main(page).getByRole('row').filter({ has: page.getByRole('rowheader') });
  const shown = await rows.count();
  expect(shown).toBeGreaterThan(2);
  await expect(rows.filter({ hasText: 'overdue' })).toHaveCount(shown);
  await main(page).getByRole('searchbox', { name: 'Search actions' }).fill('refresh');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Refresh environment “Test”');
  await rows.getByRole('link').click();
  await expect(control(detail(page), 'Refreshed last')).toBeVisible();

  await page.goto('/#/settings');
  await page.getByLabel(/^Your name/).fill('Marit Solberg');
  await page.goBack();
  await goTo(page, 'Actions');
  await filter.getByRole('button', { name: /^Mine/ }).click();
  await expect.poll(names).toEqual(['Marit Solberg']);
});
