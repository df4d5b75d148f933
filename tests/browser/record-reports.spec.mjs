// Reports of tests and scans as evidence: chosen or dropped, they answer the criterion that they are about.
import { goTo, keepSample, main } from './support/app.mjs';
import { fixedToday } from './support/clock.mjs';
import { again, detail, expectFinding, expectNoFinding, openDocument, openEntry, undo } from './support/record.mjs';
import { expect, test } from './support/test.mjs';

test.use({ actionTimeout: 10_000 });
test.beforeEach(async ({ page }) => {
  await fixedToday(page, '2026-09-21');
  await keepSample(page);
});

const TITLE = 'The portal can be used with keyboard and screen reader alone';
const NOT_MET = `Criterion “${TITLE}” is not met.`;

const junit = (...cases) => `<?xml version="1.0"?><testsuite name="Portal by keyboard" time="72">${cases.join('')}</testsuite>`;
const passed = (name) => `<testcase classname="portal" name="${name}" time="1"/>`;
const failed = (name) => `<testcase classname="portal" name="${name}" time="1"><failure message="focus is lost"/></testcase>`;
const sarif = (...levels) =>
  JSON.stringify({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'axe' } }, results: levels.map((level) => ({ level, ruleId: 'label', message: { text: 'A field has no label' } })) }],
  });
const file = (name, text) => ({ name, mimeType: name.endsWith('.xml') ? 'text/xml' : 'application/json', buffer: Buffer.from(text) });

const give = (page, ...files) => detail(page).getByLabel('Reports of tests or scans').setInputFiles(files);

async function drop(page, { name, text, size }) {
  const dataTransfer = await page.evaluateHandle(({ name, text, size }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text ?? new Uint8Array(size)], name));
    return transfer;
  }, { name, text, size });
  const target = detail(page).getByRole('heading', { name: 'Evidence' });
  for (const event of ['dragover', 'drop']) await target.dispatchEvent(event, { dataTransfer });
}

const toCriterion = async (page) => {
  await goTo(page, 'Acceptance', 'Acceptance criteria');
  return openEntry(page, TITLE);
};
const answered = (page, word) => detail(page).getByRole('radio', { name: word, exact: true });
const evidence = (page, text) => detail(page).getByRole('listitem').filter({ hasText: text });

test('a report with failures is dropped on a criterion, which is not met then', async ({ page }) => {
  await toCriterion(page);
  await drop(page, { name: 'keyboard.xml', text: junit(passed('opens'), failed('menu is reached'), failed('dialog is left')) });
  await expect(answered(page, 'Not met')).toBeChecked();
  await expectFinding(page, NOT_MET);
  await expect(page.locator('.toast').filter({ hasText: 'Criterion set to Not met: 2 of 3 tests failed.' })).toBeVisible();
  const shown = evidence(page, 'Portal by keyboard');
  await expect(shown).toContainText('1 passed, 2 failed');
  await expect(shown).toContainText('menu is reached');
  await expect(shown).toContainText('dialog is left');
  await undo(page);
  await expect(answered(page, 'Not met')).not.toBeChecked();
  await expect(shown).toHaveCount(0);
  await expectNoFinding(page, NOT_MET);
  await page.keyboard.press('Control+Shift+z');
  await again(page);
  await expect(answered(page, 'Not met')).toBeChecked();
  await expect(shown).toContainText('menu is reached');
  const pack = await openDocument(page, 'Go/No-Go pack');
  await expect(pack).toContainText('2 failed, 0 skipped');
});

test('a criterion is met once its report has nothing against it', async ({ page }) => {
  await toCriterion(page);
  await give(page, file('keyboard.xml', junit(passed('opens'), passed('menu is reached'))));
  await expect(answered(page, 'Met')).toBeChecked();
  await expectNoFinding(page, `Criterion “${TITLE}”`);
  await give(page, file('axe.sarif', sarif('error', 'warning')));
  await expect(answered(page, 'Not met')).toBeChecked();
  await expect(evidence(page, 'axe: 1 errors, 1 warnings, 0 notes')).toBeVisible();
  await give(page, file('axe.sarif', sarif('note')));
  await expect(answered(page, 'Met')).toBeChecked();
});

test('a report is evidence for a gate, whose points people answer', async ({ page }) => {
  await goTo(page, 'Gates', 'Quality gates');
  await main(page).getByRole('link', { name: 'Test review' }).click();
  const outcome = main(page).getByRole('region', { name: 'Outcome', exact: true });
  await main(page).getByLabel('Reports of tests or scans').first().setInputFiles([file('keyboard.xml', junit(failed('menu is reached')))]);
  await expect(main(page).getByRole('listitem').filter({ hasText: 'Portal by keyboard' })).toContainText('0 passed, 1 failed');
  await expect(outcome.getByRole('radio', { name: 'Passed with conditions' })).toBeChecked();
});

const REFUSED = [
  { name: 'cut-off.xml', text: junit(passed('opens')).replace('</testsuite>', ''), says: /The file ends before the report does/ },
  { name: 'page.xml', text: '<html><body/></html>', says: /not JUnit XML: it begins with <html> and is a page for people/ },
  { name: 'bomb.xml', text: '<!DOCTYPE a [<!ENTITY b "b">]><testsuite/>', says: /document type definition/ },
  { name: 'other.json', text: '{"version":"1.0"}', says: /JSON, but not SARIF/ },
  { name: 'huge.xml', size: 60_000_001, says: /The file is too large/ },
];

test('what is no report is refused in words, and nothing changes', async ({ page }) => {
  await toCriterion(page);
  const before = await detail(page).innerText();
  for (const { name, text, size, says } of REFUSED) {
    if (size) await drop(page, { name, size });
    else await give(page, file(name, text), file('good.xml', junit(passed('opens'))));
    const dialog = page.getByRole('dialog', { name: `“${name}” was not imported` });
    await expect(dialog).toContainText(says);
    await expect(dialog).toContainText('Nothing was taken from the file, and the plan is as it was.');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
  }
  expect(await detail(page).innerText()).toBe(before);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
});
