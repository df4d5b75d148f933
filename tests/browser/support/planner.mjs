// Entering a plan by hand, section after section, from the text of a plan file. People are chosen by their names.
import { expect } from '@playwright/test';
import { goTo, main } from './app.mjs';
import { added, answer, choose, enter, giveReason, region, tick, typeCells } from './fields.mjs';

const minute = (moment) => moment.slice(0, 16);

export async function newRelease(page, { identity, departments }, names) {
  await page.getByRole('link', { name: /Plan your own release|New release/ }).click();
  await enter(main(page), { Name: identity.name, Version: identity.version, Summary: identity.summary });
  await answer(main(page), { major: 'Major', minor: 'Minor', emergency: 'Emergency' }[identity.release_type]);
  await choose(main(page), { 'Business criticality': identity.criticality });
  await page.getByRole('button', { name: 'Go on to the date' }).click();
  await enter(main(page), {
    'Go-live starts': minute(identity.window.start), 'Window ends': minute(identity.window.end),
    'Time zone': identity.time_zone, 'Release manager': names[identity.release_manager],
  });
  await page.getByRole('button', { name: 'Go on to the people' }).click();
  for (const [at, { name, size }] of departments.entries()) {
    if (at > 0) await page.getByRole('button', { name: 'Add department' }).click();
    await page.getByRole('textbox', { name: /^Department/ }).nth(at).fill(name);
    if (size) await page.getByLabel(/^People/).nth(at).fill(String(size));
  }
  await page.getByRole('button', { name: 'Create release now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${identity.name} ${identity.version}` })).toBeVisible();
}

// The first person of the register is there already: the release manager, by name and role.
export async function registerPeople(page, [manager, ...people]) {
  await goTo(page, 'People');
  await enter(main(page), { [`${manager.name}, roles`]: manager.roles, [`${manager.name}, team`]: manager.team, [`${manager.name}, contact`]: manager.contact });
  for (const { name, roles, team, contact } of people) {
    await added(page, region(page, 'People'), 'Add person');
    await typeCells(page, [name, roles, team, contact]);
  }
}

// Opens a department and says who is in it, and who supports its people at go-live.
export async function fillDepartment(page, { name, important_hours, groups, floor_walkers }, names) {
  const here = region(page, 'Departments').locator('details.fold').filter({ has: page.locator('.row-title').getByText(name, { exact: true }) });
  await here.getByText(name, { exact: true }).click();
  await enter(here, { 'Important hours': important_hours });
  for (const [at, group] of groups.entries()) {
    const rows = here.getByRole('row').filter({ has: page.getByRole('button') });
    if (at >= (await rows.count())) await here.getByRole('button', { name: 'Add user group' }).click();
    const row = rows.nth(at);
    await row.getByLabel(/, name$/).fill(group.name);
    await choose(row, { 'Made of': group.kind, Champion: names[group.champion] });
    await enter(row, { Size: group.size, 'Link in': group.link });
    await row.getByLabel(/, site$/).fill(group.site);
  }
  await tick(here, floor_walkers.map((id) => names[id]), 'Floor walkers');
}

export async function completeOverview(page, { identity, configuration_items: items }, names) {
  await goTo(page, 'Overview', new RegExp(identity.name));
  await choose(main(page), { Sponsor: names[identity.sponsor] });
  await enter(main(page), { Currency: identity.currency });
  await main(page).getByRole('checkbox', { name: 'The date is fixed' }).check();
  await enter(main(page), { 'Why it cannot move': identity.fixed_date });
  for (const { name, kind, version_before, version_after } of items) {
    await added(page, region(page, 'Configuration items'), 'Add configuration item');
    await typeCells(page, [name, kind, version_before, version_after]);
  }
}

// Enters the requests in their order; one that replaces another is made from it.
export async function addRfcs(page, rfcs) {
  for (const rfc of rfcs) {
    await goTo(page, 'RFCs', 'Requests for change');
    const replaced = rfcs.find((other) => other.id === rfc.replaces);
    if (replaced) {
      await main(page).getByRole('link', { name: replaced.title }).first().click();
      await page.getByRole('button', { name: 'Resubmit as a new RFC' }).click();
      await expect(main(page).getByText('Resubmits')).toBeVisible();
    } else {
      await main(page).getByRole('button', { name: 'Add RFC' }).click();
      await choose(main(page), { 'Type of change': rfc.change_type });
    }
    await enter(main(page), { 'What is to change': rfc.title, Number: rfc.number, 'Submitted on': rfc.submitted, 'CAB meets on': rfc.cab_date, Description: rfc.description, Impact: rfc.impact });
    const { approved, rejected } = rfc.outcome;
    await answer(main(page), approved ? 'Approved' : 'Rejected');
    if (approved) await enter(main(page), { 'Approved on': approved.on, 'What the CAB asked for': approved.note });
    else await enter(main(page), { 'Decided on': rejected.on, Reason: rejected.reason, 'What happened next': rejected.what_next });
  }
}

// Walks through all questions with the keyboard alone: the digit of an answer chooses it and goes on.
export async function walk(page, answers) {
  await goTo(page, 'Strategy');
  await main(page).getByRole('link', { name: /question 1: / }).click();
  const count = Object.keys(answers).length;
  for (let at = 1; at <= count; at += 1) {
    await expect(page.getByText(`${at} of ${count}`, { exact: true })).toBeVisible();
    await expect(page.locator(':focus')).toHaveRole('radio');
    const [factor, offered] = await main(page).getByRole('radio').evaluateAll((radios) => [
      radios[0].dataset.field.replace('answer-', ''), radios.map((radio) => radio.value),
    ]);
    expect(offered).toContain(answers[factor]);
    await page.keyboard.press(String(offered.indexOf(answers[factor]) + 1));
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Strategy' })).toBeVisible();
}

export async function chooseStrategy(page, { approach, delivery, rationale, by, on }) {
  const choice = region(page, 'The choice');
  await answer(choice.getByRole('group', { name: 'Who gets it when?' }), approach);
  await answer(choice.getByRole('group', { name: 'Who starts the installation?' }), delivery);
  await enter(choice, { Rationale: rationale, 'Chosen by': by, 'Chosen on': on });
}

// A wave takes its groups by their departments' names and their own.
export async function addWave(page, { name, start, bake, target, success_criteria, back_out, groups }) {
  const wave = await added(page, region(page, 'Waves'), 'Add wave');
  await page.locator(':focus').fill(name);
  await wave.getByRole('button', { name: `Details of ${name}` }).click();
  await enter(wave, { Starts: minute(start), 'Target share': target, 'Back-out of this wave': back_out });
  await wave.getByLabel(/, bakes$/).fill(`${bake} min`);
  await wave.getByLabel(/, go on when$/).fill(success_criteria);
  await tick(wave, groups);
  await wave.getByRole('button', { name: `Details of ${name}` }).click();
}

export async function planPush(page, { targets, package: size, bandwidth_limit, windows, tool }) {
  await enter(region(page, 'Push'), {
    Targets: targets, 'Package in MB': size, 'Bandwidth limit in Mbit/s': bandwidth_limit, Windows: windows, Tool: tool,
  });
}

// A step starts after others by their titles.
export async function addStep(page, { title, owner, duration, note, after }) {
  const row = await added(page, main(page), 'Add step');
  await page.keyboard.insertText(title);
  await choose(row, { Owner: owner });
  await enter(row, { Minutes: duration });
  if (after.length === 0 && note === '') return;
  await row.getByRole('button', { name: /^Details of/ }).press('Enter');
  await tick(row, after);
  await enter(row, { Note: note });
  await row.getByRole('button', { name: /^Details of/ }).press('Enter');
}

export async function planBackOut(page, { summary, triggers, steps, verification, test }, names) {
  const here = region(page, 'Back-out plan');
  await enter(here, { Summary: summary });
  for (const { text, decided_by } of triggers) {
    const row = await added(page, here, 'Add trigger');
    await page.keyboard.insertText(text);
    await choose(row, { 'Who decides': names[decided_by] });
  }
  for (const { title, owner, duration } of steps) {
    const row = await added(page, here, 'Add back-out step');
    await page.keyboard.insertText(title);
    await choose(row, { Owner: names[owner] });
    await enter(row, { Minutes: duration });
  }
  await enter(here, { 'Verification in minutes': verification, 'Tested on': test.on, Environment: test.environment, Note: test.note });
  await answer(here, test.worked ? 'Worked' : 'Did not work');
}

async function addEvidence(page, detail, { title, shown_by: { note, link, test_report: counts, measured }, added: on }) {
  const here = await added(page, detail, 'Add evidence');
  await page.keyboard.insertText(title);
  const kind = { note, link, test_report: counts, measured };
  await choose(here, { Kind: Object.keys(kind).find((name) => kind[name]) });
  if (note) await enter(here, { Note: note.text });
  if (link) await enter(here, { Address: link.url });
  if (counts) await enter(here, { Passed: counts.passed, Failed: counts.failed || '', Skipped: counts.skipped || '' });
  if (measured) await enter(here, { Measured: measured.value, 'Asked for': measured.threshold });
  await enter(here, { Added: on });
}

// Answers a default criterion, or adds it where it is none, with its evidence.
export async function answerCriterion(page, criterion, names) {
  if (criterion.catalogue) await page.getByRole('list', { name: 'Criteria' }).getByRole('link', { name: criterion.title, exact: true }).click();
  else {
    await main(page).getByRole('button', { name: 'Add criterion' }).click();
    await expect(page.getByRole('article', { name: 'New criterion' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Criterion', exact: true }).fill(criterion.title);
  }
  const detail = page.getByRole('article', { name: criterion.title, exact: true });
  await detail.waitFor();
  const { waived, not_applicable: excused } = criterion.answer;
  await answer(detail, waived ? 'Waived' : excused ? 'N/A' : 'Met');
  if (waived) await enter(detail, { 'Accepted by': waived.approver, Until: waived.until, 'Why it is accepted': waived.reason });
  if (excused) await enter(detail, { 'Why it does not apply': excused.reason });
  await enter(detail, { 'What exactly is asked': criterion.detail, Due: criterion.due });
  await choose(detail, { Owner: names[criterion.owner] });
  for (const evidence of criterion.evidence ?? []) await addEvidence(page, detail, evidence);
}

export async function removeCriterion(page, { name, reason }) {
  await page.getByRole('list', { name: 'Criteria' }).getByRole('link', { name, exact: true }).click();
  await page.getByRole('article', { name, exact: true }).getByRole('button', { name: 'Remove criterion' }).click();
  await giveReason(page, reason);
}

export async function addDefect(page, { title, number, severity, found_in, owner, due, decision, known_error: known }, names) {
  await goTo(page, 'Defects');
  await main(page).getByRole('button', { name: 'Add defect' }).click();
  const detail = page.getByRole('article');
  await enter(detail, { 'What is wrong': title, Number: number, 'Found in': found_in, Due: due });
  await choose(detail, { Severity: severity, Owner: names[owner] });
  await answer(detail, decision.fix ? 'Fix before release' : 'Deploy with workaround');
  if (decision.fix) await enter(detail, { 'Fix confirmed on': decision.fix.fixed });
  await enter(detail, {
    Workaround: known.workaround, Symptoms: known.symptoms, 'Quick fix': known.quick_fix, 'Incident code': known.desk_code, 'Looked at again on': known.review,
  });
}

// Sets up a gate of its own, at the end of the list.
export async function addGate(page, { name, looks_at, lead_role, checklist, signatories }) {
  await goTo(page, 'Gates', 'Quality gates');
  await main(page).getByRole('button', { name: 'Add gate' }).click();
  await enter(main(page), { Name: name, 'What it looks at': looks_at, 'Led by the role': lead_role });
  for (const { text } of checklist) {
    await added(page, main(page), 'Add point');
    await page.keyboard.insertText(text);
    await page.getByRole('button', { name: 'Whole checklist' }).click();
  }
  for (const { role } of signatories) {
    await added(page, main(page), 'Add signing role');
    await page.keyboard.insertText(role);
  }
}

// Adds a row to the actions of the open gate, or to its conditions, and ticks it where it is done.
async function addAction(page, section, button, [word, dueWord, doneWord], { text, owner, due, done }) {
  const row = await added(page, section, button);
  await page.keyboard.insertText(text);
  await row.getByLabel(new RegExp(`^${word} \\d+, owner`)).selectOption(owner);
  await row.getByLabel(new RegExp(`^${word} \\d+, ${dueWord}`)).fill(due);
  if (!done) return;
  await row.getByRole('checkbox', { name: new RegExp(`, ${doneWord}$`) }).check();
  await row.getByLabel(/, day$/).fill(done);
}

// Holds a gate: its set-up, the checklist, what it found, the outcome, and the signatures.
export async function holdGate(page, gate, { names, gates, removed = [] }) {
  await goTo(page, 'Gates', 'Quality gates');
  await main(page).getByRole('link', { name: gate.name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: gate.name })).toBeVisible();
  const setUp = main(page).locator('details.fold').filter({ hasText: 'Set-up of this gate' });
  if (!(await setUp.getByLabel(/^Opened/).isVisible())) await setUp.getByText('Set-up of this gate').click();
  await enter(setUp, { Opened: gate.opened, Due: gate.due });
  await setUp.getByLabel('Led by', { exact: true }).selectOption(names[gate.led_by]);
  await tick(setUp, gate.attendees.map((id) => names[id]), 'Attends');
  const before = setUp.getByRole('group', { name: 'Gates that must pass before it' });
  await tick(before, gate.requires.map((id) => gates[id]));

  const points = page.getByRole('list', { name: 'Checklist' }).getByRole('listitem');
  for (const [at, { text, state, note, evidence, check }] of gate.checklist.entries()) {
    if (check) continue; // The plan answers it.
    const point = points.nth(at);
    await answer(point, { done: 'Done', not_applicable: 'N/A' }[state]);
    if (note === '' && evidence.length === 0) continue;
    await point.getByRole('button', { name: text }).click();
    const detail = page.getByRole('article', { name: text });
    await enter(detail, { Notes: note });
    for (const one of evidence) await addEvidence(page, detail, one);
    await page.getByRole('button', { name: 'Whole checklist' }).click();
  }
  for (const { text, owner, due, closed } of gate.findings) {
    await addAction(page, region(page, 'Actions'), 'Add action', ['Action', 'due', 'done'], { text, owner: names[owner], due, done: closed });
  }
  for (const { name, reason } of removed) {
    await page.getByRole('button', { name: `Remove signing role ${name}` }).click();
    await giveReason(page, reason);
  }
  const outcome = region(page, 'Outcome');
  const { passed, passed_with_conditions: conditional } = gate.outcome;
  await answer(outcome, passed ? 'Passed' : 'Passed with conditions');
  await enter(outcome, { 'Held on': (passed ?? conditional).on });
  for (const { text, owner, until, met } of conditional?.conditions ?? []) {
    await addAction(page, outcome, 'Add condition', ['Condition', 'until', 'met'], { text, owner: names[owner], due: until, done: met });
  }
  for (const { role, name } of gate.sign_offs) {
    const line = main(page).getByRole('group', { name: `Sign-off, ${role}`, exact: true });
    await line.getByRole('button', { name: /^Sign as / }).click();
    await line.getByLabel('Who signs').selectOption(name);
    await line.getByRole('button', { name: /^Sign as / }).click();
    await expect(line.getByRole('button', { name: 'Withdraw signature' })).toBeVisible();
  }
}

export async function waiveRule(page, { name, waiver }) {
  await goTo(page, 'Rules');
  await main(page).getByRole('link', { name, exact: true }).click();
  const rule = main(page).getByRole('article', { name, exact: true });
  await rule.getByRole('button', { name: 'Grant a waiver' }).click();
  await enter(rule.getByRole('group', { name: 'Waiver', exact: true }), { 'Accepted by': waiver.approver, 'Last day': waiver.until, Reason: waiver.reason });
}

export async function seatBoard(page, { members, votes, quorum, risks }, names) {
  await goTo(page, 'Board', 'Release Board');
  for (const [at, { id, person, role }] of members.entries()) {
    await main(page).getByRole('button', { name: 'Add member' }).click();
    const row = region(page, 'Members and votes').getByRole('row').nth(at + 1);
    const vote = votes.find((vote) => vote.member === id);
    await choose(row, { Seat: role, 'Registered person': names[person], 'Vote of': vote.ballot });
    await enter(row, { 'Reason for the vote': vote.reason });
  }
  await enter(main(page), { Quorum: quorum });
  for (const { text, probability, impact, response, owner } of risks) {
    await region(page, 'Risks').getByRole('button', { name: 'Add risk' }).click();
    const risk = main(page).getByRole('article', { name: 'New risk', exact: true });
    await choose(risk, { Probability: probability, Impact: impact, 'Owner of the risk': names[owner] });
    await enter(risk, { Response: response });
    await risk.getByLabel(/^Risk/).fill(text);
  }
}

export async function decide(page, { word, by, on, explanation, conditions }, names) {
  const decision = region(page, 'Decision');
  await answer(decision.getByRole('group', { name: 'The Board decides' }), word);
  await enter(decision, { Why: explanation, 'Announced by': by, 'Decided on': on });
  for (const [at, { text, owner, until }] of conditions.entries()) {
    await decision.getByRole('button', { name: 'Add condition' }).click();
    const row = decision.getByRole('row').nth(at + 1);
    await enter(row, { Condition: text, Until: until });
    await choose(row, { 'Owner of the condition': names[owner] });
  }
}

export async function signPlan(page) {
  for (const seat of ['Senior IT management', 'Senior business management']) {
    await page.getByRole('button', { name: new RegExp(`^Sign( again)? as ${seat}$`) }).click();
  }
}
