// From No-Go to Go by what the findings lead to, and nothing else.
import { expectSaved, findings, goTo, keepSample, main, verdict } from './support/app.mjs';
import { fixedToday } from './support/clock.mjs';
import { expect, test } from './support/test.mjs';

// A trace of so many steps would take longer than the journey.
test.use({ trace: 'off' });

const SIGNER = 'Noor Haddad';
const detail = (page) => main(page).getByRole('article');
const choose = (group, answer) => group.getByRole('radio', { name: answer, exact: true }).check({ force: true });

// What is done about each kind of finding, at the place that it leads to. `focus` is what it puts the focus on.
const CURES = [
  {
    what: /^Criterion “|^The waiver for “|” is waived until /,
    focus: /^(radio|textbox|date)$/,
    cure: (page) => choose(detail(page), 'Met'),
  },
  {
    what: /^Defect “.* is undecided/,
    focus: /^radio$/,
    async cure(page) {
      await choose(detail(page), 'Deploy with workaround');
      await detail(page).getByRole('textbox', { name: 'Workaround' }).fill('Do it by hand.');
    },
  },
  { what: /^Defect “.* is still open/, focus: /^date$/, cure: (page) => page.locator(':focus').fill('2026-09-20') },
  { what: /^Defect “.* workaround that is not written down/, focus: /^textbox$/, cure: (page) => page.locator(':focus').fill('Do it by hand.') },
  { what: /^Gate “.*(not been held|failed)/, focus: /^radio$/, cure: (page) => choose(page.getByRole('group', { name: 'Outcome' }), 'Passed') },
  {
    what: /^Gate “.*passed with conditions/,
    focus: /^checkbox$/,
    async cure(page) {
      for (const box of await page.getByRole('region', { name: 'Conditions, table' }).getByRole('checkbox').all()) await box.check();
    },
  },
  { what: /^Capacity issue “/, focus: /^date$/, cure: (page) => page.locator(':focus').fill('2026-09-20') },
  { what: /floor walker/i, cure: nameFloorWalkers },
  { what: /^Gate “.*”: .* signed\.$/, focus: /^button$/, cure: signGate, signature: true },
  { what: /senior .* management/i, focus: /^button$/, cure: (page) => page.locator(':focus').click(), signature: true },
];

// A broken rule says where it is cured, or leads there at once.
async function nameFloorWalkers(page) {
  const there = main(page).getByRole('heading', { level: 1, name: 'People and departments' });
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText(/Governance rules|People and departments/);
  if (!(await there.isVisible())) await main(page).getByRole('link', { name: /floor walkers|departments|People/i }).first().click();
  await expect(there).toBeVisible();
  const bare = main(page).getByRole('group').filter({ hasText: 'no floor walker yet' });
  for (let left = await bare.count(); left > 0; left -= 1) {
    const department = bare.first();
    const boxes = department.getByRole('checkbox', { name: SIGNER });
    if (!(await department.getByRole('button', { name: 'Remove department' }).isVisible())) await department.getByText('no floor walker yet').click();
    if (!(await boxes.isVisible())) await department.getByText('Floor walkers', { exact: true }).click();
    await boxes.check();
    await expect(bare).toHaveCount(left - 1);
  }
}

async function signGate(page) {
  await page.locator(':focus').click();
  await main(page).getByLabel('Who signs').selectOption({ label: SIGNER });
  await page.getByRole('button', { name: /^Sign as / }).first().click();
}

const roleOf = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const types = { radio: 'radio', checkbox: 'checkbox', date: 'date', 'datetime-local': 'date' };
    const names = { TEXTAREA: 'textbox', SELECT: 'combobox', BUTTON: 'button', INPUT: 'textbox' };
    return types[element.getAttribute('type')] ?? names[element.tagName] ?? element.tagName.toLowerCase();
  });

test('every finding of a No-Go is cured where it leads to', async ({ page }) => {
  test.setTimeout(120_000);
  await fixedToday(page, '2026-09-21');
  await keepSample(page);
  await expect(verdict(page)).toHaveText(/^No-Go/);
  const links = findings(page).getByRole('link').filter({ visible: true });
  const seen = new Set();
  for (;;) {
    const open = (await links.allInnerTexts()).map((text) => text.split('\n')[0]);
    if (open.length === 0) break;
    const kinds = open.map((text) => CURES.find(({ what }) => what.test(text)));
    kinds.forEach((kind, at) => expect(kind, `a cure for “${open[at]}”`).toBeDefined());
    // Signatures come last, because every other edit makes them stale.
    const at = Math.max(kinds.findIndex((kind) => !kind.signature), 0);
    const text = open[at];
    expect(seen, `“${text}” stays cured`).not.toContain(text);
    seen.add(text);
    await test.step(text, async () => {
      await links.nth(at).click();
      if (kinds[at].focus) await expect.poll(() => roleOf(page)).toMatch(kinds[at].focus);
      await kinds[at].cure(page);
      await expect(links.filter({ hasText: text })).toHaveCount(0);
      await goTo(page, 'Overview', /One Desk/);
    });
  }
  expect(seen.size).toBeGreaterThan(12);
  await expect(verdict(page)).toHaveText(/^Go/);
  await expectSaved(page);
});

// The address stays the same when the same finding is followed once more.
test('a finding leads to its cure from the very place that it leads to', async ({ page }) => {
  await fixedToday(page, '2026-09-21');
  await keepSample(page);
  const finding = findings(page).getByRole('link', { name: /Test review.*quality lead has not signed/ });
  const cure = page.getByRole('button', { name: 'Sign as quality lead' });
  for (const _ of ['once', 'again']) {
    await finding.click();
    await expect(cure).toBeFocused();
  }
});

test('each missing signature leads to the button of its own role', async ({ page }) => {
  await fixedToday(page, '2026-09-21');
  await keepSample(page);
  const links = findings(page).getByRole('link', { name: /^Gate “.*: the .* has not signed/ }).filter({ visible: true });
  const texts = (await links.allInnerTexts()).map((text) => text.split('\n')[0]);
  expect(texts.length).toBeGreaterThan(1);
  for (const text of texts) {
    const [, role] = text.match(/: the (.+) has not signed/);
    await links.filter({ hasText: text }).click();
    await expect(page.locator(':focus')).toHaveText(new RegExp(`^Sign( again)? as ${role}$`));
  }
});
