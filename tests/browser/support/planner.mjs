// Entering a plan by hand, section after section.
import { expect } from '@playwright/test';
import { goTo, main } from './app.mjs';

// Types into a field that takes its value when it is left. Days and times are set at once, as from their picker.
export async function enter(field, value) {
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d/.test(text)) {
    await field.fill(text);
  } else {
    await field.fill('');
    await field.pressSequentially(text);
    await field.press('Tab');
  }
}

const region = (page, name) => main(page).getByRole('region', { name, exact: true });

// Presses the button that adds a row to a table; the focus waits in its first field.
async function addRow(page, button) {
  await main(page).getByRole('button', { name: button, exact: true }).click();
  const first = page.locator(':focus');
  await expect(first).toHaveRole('textbox');
  return main(page).getByRole('row').filter({ has: first });
}

export async function newRelease(page, { name, version, summary, type, criticality, starts, ends, zone, manager, receivers }) {
  await page.getByRole('link', { name: /Plan your own release|New release/ }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: /^Version/ }).fill(version);
  await page.getByRole('textbox', { name: /^Summary/ }).fill(summary);
  await page.getByRole('radio', { name: type }).check({ force: true });
  await page.getByLabel('Business criticality').selectOption(criticality);
  await page.getByRole('button', { name: 'Go on to the date' }).click();
  await enter(page.getByLabel(/^Go-live starts/), starts);
  await enter(page.getByLabel(/^Window ends/), ends);
  await page.getByRole('textbox', { name: 'Time zone' }).fill(zone);
  await page.getByRole('textbox', { name: /^Release manager/ }).fill(manager);
  await page.getByRole('button', { name: 'Go on to the people' }).click();
  for (const [at, { department, people }] of receivers.entries()) {
    if (at > 0) await page.getByRole('button', { name: 'Add department' }).click();
    await page.getByRole('textbox', { name: /^Department/ }).nth(at).fill(department);
    await enter(page.getByRole('textbox', { name: /^People/ }).nth(at), people);
  }
  await page.getByRole('button', { name: 'Create release now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${name} ${version}` })).toBeVisible();
}

export async function registerPeople(page, people) {
  await goTo(page, 'People');
  for (const { name, roles, team } of people) {
    await addRow(page, 'Add person');
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.type(roles);
    await page.keyboard.press('Tab');
    await page.keyboard.type(team);
    await expect(page.getByRole('textbox', { name: `${name}, team` })).toHaveValue(team);
  }
}

const department = (page, name) => region(page, 'Departments').getByRole('group').filter({ hasText: name }).first();

export async function addDepartment(page, { name, hours, groups }) {
  await region(page, 'Departments').getByRole('button', { name: 'Add department' }).click();
  const focused = page.locator(':focus');
  await expect(focused).toHaveRole('textbox');
  await focused.fill(name);
  const here = department(page, name);
  await here.getByRole('textbox', { name: /^Important hours/ }).fill(hours);
  for (const [at, { name: group, size }] of groups.entries()) {
    await here.getByRole('button', { name: 'Add user group' }).click();
    const row = here.getByRole('row').nth(at + 1);
    await row.getByRole('textbox').first().fill(group);
    await enter(row.getByRole('textbox', { name: 'Size' }), size);
  }
}

// Opens a department that is folded, and names who supports its people at go-live.
export async function nameFloorWalkers(page, departmentName, names) {
  const here = department(page, departmentName);
  if (!(await here.getByRole('button', { name: 'Remove department' }).isVisible())) await here.getByText(departmentName, { exact: true }).click();
  await here.getByText('Floor walkers', { exact: true }).click();
  for (const name of names) await here.getByRole('checkbox', { name }).check();
}

export async function addApprovedRfc(page, { number, title, type }) {
  await goTo(page, 'RFCs', 'Requests for change');
  await main(page).getByRole('button', { name: 'Add RFC' }).click();
  await page.getByRole('textbox', { name: 'What is to change' }).fill(title);
  await page.getByRole('textbox', { name: 'Number' }).fill(number);
  await page.getByLabel('Type of change').selectOption(type);
  await page.getByRole('group', { name: 'What the CAB said' }).getByRole('radio', { name: 'Approved' }).check({ force: true });
}

// Walks from the first open question to the result with the keyboard alone. An answer is a digit, which goes on by
// itself; a number of presses of an arrow key, then Enter; or nothing, where the plan has answered already.
export async function walk(page, first, answers) {
  await goTo(page, 'Strategy');
  await main(page).getByRole('link', { name: 'Answer the open questions' }).click();
  const last = first + answers.length - 1;
  for (const [at, answer] of answers.entries()) {
    await expect(page.getByText(`${first + at} of ${last}`, { exact: true })).toBeVisible();
    await expect(page.locator(':focus')).toHaveRole('radio');
    if (typeof answer === 'string') {
      await page.keyboard.press(answer);
      continue;
    }
    if (answer !== undefined) {
      await page.keyboard.press('Space');
      for (let press = 0; press < answer; press += 1) await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Strategy' })).toBeVisible();
}

export async function chooseStrategy(page, { approach, delivery, rationale, by }) {
  const choice = region(page, 'The choice');
  await choice.getByRole('group', { name: 'Who gets it when?' }).getByRole('radio', { name: approach }).check({ force: true });
  await choice.getByRole('group', { name: 'Who starts the installation?' }).getByRole('radio', { name: delivery, exact: true }).check({ force: true });
  await choice.getByRole('textbox', { name: 'Rationale' }).fill(rationale);
  await choice.getByRole('textbox', { name: 'Chosen by' }).fill(by);
}

export async function addWave(page, { name, starts, criteria, groups }) {
  await addRow(page, 'Add wave');
  await page.locator(':focus').fill(name);
  const waves = region(page, 'Waves');
  await waves.getByRole('textbox', { name: `${name}, go on when` }).fill(criteria);
  await enter(waves.getByLabel('Starts').last(), starts);
  await waves.getByRole('button', { name: `Details of ${name}` }).click();
  for (const group of groups) await waves.getByRole('checkbox', { name: group }).check();
  await waves.getByRole('button', { name: `Details of ${name}` }).click();
}

export async function planPush(page, { targets, package: size, limit, windows, tool }) {
  const push = region(page, 'Push');
  await enter(push.getByRole('textbox', { name: 'Targets' }), targets);
  await enter(push.getByRole('textbox', { name: 'Package in MB' }), size);
  await enter(push.getByRole('textbox', { name: 'Bandwidth limit in Mbit/s' }), limit);
  await push.getByRole('textbox', { name: 'Windows' }).fill(windows);
  await push.getByRole('textbox', { name: 'Tool' }).fill(tool);
}

export async function addStep(page, { title, owner, minutes }) {
  const row = await addRow(page, 'Add step');
  await page.keyboard.type(title);
  await row.getByRole('combobox', { name: 'Owner' }).selectOption(owner);
  await enter(row.getByRole('textbox', { name: 'Minutes' }), minutes);
}

export async function planBackOut(page, { trigger, decides, step, owner, minutes, verification, test }) {
  const triggers = await addRow(page, 'Add trigger');
  await page.keyboard.type(trigger);
  await triggers.getByRole('combobox', { name: 'Who decides' }).selectOption(decides);
  const steps = await addRow(page, 'Add back-out step');
  await page.keyboard.type(step);
  await steps.getByRole('combobox', { name: 'Owner' }).selectOption(owner);
  await enter(steps.getByRole('textbox', { name: 'Minutes' }), minutes);
  await enter(page.getByRole('textbox', { name: 'Verification in minutes' }), verification);
  await enter(page.getByLabel('Tested on'), test.on);
  await page.getByRole('textbox', { name: 'Environment' }).fill(test.environment);
  await page.getByRole('radio', { name: 'Worked', exact: true }).check({ force: true });
}

// Answers every criterion that has no answer yet with Met.
export async function meetAllCriteria(page) {
  await goTo(page, 'Acceptance', 'Acceptance criteria');
  const rows = page.getByRole('list', { name: 'Criteria' }).getByRole('listitem');
  for (const row of await rows.all()) await row.getByRole('radio', { name: 'Met', exact: true }).check({ force: true });
}

export async function addEvidence(page, criterion, { title, note }) {
  await page.getByRole('list', { name: 'Criteria' }).getByRole('link', { name: criterion }).click();
  const detail = page.getByRole('article', { name: criterion });
  await detail.getByRole('button', { name: 'Add evidence' }).click();
  await detail.getByRole('textbox', { name: 'What it shows' }).fill(title);
  await detail.getByRole('textbox', { name: 'Note' }).fill(note);
}

export async function addKnownError(page, { title, number, severity, workaround, symptoms }) {
  await goTo(page, 'Defects');
  await main(page).getByRole('button', { name: 'Add defect' }).click();
  await page.getByRole('textbox', { name: 'What is wrong' }).fill(title);
  await page.getByRole('textbox', { name: /^Number/ }).fill(number);
  await page.getByLabel('Severity').selectOption(severity);
  await page.getByRole('radio', { name: 'Deploy with workaround' }).check({ force: true });
  await page.getByRole('textbox', { name: 'Workaround' }).fill(workaround);
  await page.getByRole('textbox', { name: 'Symptoms' }).fill(symptoms);
}

// Works a gate from its checklist to its signatures.
export async function passGate(page, name, signer) {
  await goTo(page, 'Gates', 'Quality gates');
  await main(page).getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const points = page.getByRole('list', { name: 'Checklist' }).getByRole('listitem');
  for (const point of await points.all()) await point.getByRole('radio', { name: 'Done' }).check({ force: true });
  await page.getByRole('group', { name: 'Outcome' }).getByRole('radio', { name: 'Passed', exact: true }).check({ force: true });
  await signGate(page, signer);
}

// Signs every line of the open gate that is not signed, or whose signature is stale.
export async function signGate(page, signer) {
  const open = main(page).getByRole('group', { name: /^Sign-off, / }).getByRole('button', { name: /^Sign (again )?as / });
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().click();
    await main(page).getByLabel('Who signs').selectOption(signer);
    await open.first().click();
    await expect(open).toHaveCount(left - 1);
  }
}

export async function seatBoard(page, members, quorum) {
  await goTo(page, 'Board', 'Release Board');
  for (const [at, { name, vote }] of members.entries()) {
    await main(page).getByRole('button', { name: 'Add member' }).click();
    const row = region(page, 'Members and votes').getByRole('row').nth(at + 1);
    await row.getByRole('combobox', { name: 'Registered person' }).selectOption(name);
    await row.getByRole('combobox', { name: `Vote of ${name}` }).selectOption(vote);
  }
  await enter(page.getByRole('textbox', { name: 'Quorum' }), quorum);
}

export async function decide(page, word) {
  await page.getByRole('group', { name: 'The Board decides' }).getByRole('radio', { name: word, exact: true }).check({ force: true });
}

export async function signPlan(page) {
  for (const seat of ['Senior IT management', 'Senior business management']) {
    await page.getByRole('button', { name: new RegExp(`^Sign( again)? as ${seat}$`) }).click();
  }
}
