// What is no plan is refused in words, however it comes in, and what is stored stays byte for byte as it was.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFiles, jsonFile, keepSample, main, stored } from './support/app.mjs';
import { expect, test } from './support/test.mjs';

const SAMPLE = readFileSync(join(import.meta.dirname, '../../public/samples/service-desk-platform.json'), 'utf8');

// The sample with something changed.
function changed(change) {
  const plan = JSON.parse(SAMPLE);
  change(plan.release, plan);
  return JSON.stringify(plan);
}

const FILES = [
  { name: 'notes.txt', text: 'Remember the milk', says: /is not JSON: line 1, column 1/ },
  { name: 'empty.json', text: '', says: /The file is empty/ },
  { name: 'cut-off.json', text: SAMPLE.slice(0, SAMPLE.length / 2), says: /is not JSON: line \d+/ },
  { name: 'package.json', text: '{"name":"left-pad","version":"1.3.0"}', says: /JSON, but not a plan of Rollcall/ },
  { name: 'newer.json', text: changed((_, plan) => { plan.version = 99; }), says: /has version 99 of the format/ },
  { name: 'deep.json', text: changed((release) => { release.gates[2].checklist[1].state = 7; }), says: /gates\[2\]\.checklist\[1\]\.state/ },
  { name: 'no-id.json', text: changed((release) => { delete release.criteria[4].id; }), says: /criteria\[4\]/ },
  { name: 'twice.json', text: changed((release) => { release.people[3].id = release.people[1].id; }), says: /people\[3\]/ },
  {
    name: 'backwards.json',
    text: changed(({ identity: { window } }) => { [window.start, window.end] = [window.end, window.start]; }),
    says: /identity\.window/,
  },
  { name: 'half.json', text: changed((release) => { release.identity.name = 'half'; }).replace('"half"', '"\\ud83d!"'), says: /half a character/ },
  { name: 'huge.json', size: 50_000_001, says: /The file is too large/ },
];

const ways = {
  chosen: (page, files) =>
    files[0].size === undefined
      ? importFiles(page, ...files.map(({ name, text }) => jsonFile(name, text)))
      : page.getByLabel('Files to import').first().evaluate((input, { name, size }) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([new Uint8Array(size)], name, { type: 'application/json' }));
          input.files = transfer.files;
          input.dispatchEvent(new Event('change', { bubbles: true }));
        }, files[0]),
  async dropped(page, files) {
    const dataTransfer = await page.evaluateHandle((files) => {
      const transfer = new DataTransfer();
      for (const { name, text, size } of files) transfer.items.add(new File([text ?? new Uint8Array(size)], name, { type: 'application/json' }));
      return transfer;
    }, files);
    for (const event of ['dragover', 'drop']) await main(page).getByRole('heading', { level: 1 }).first().dispatchEvent(event, { dataTransfer });
  },
};

for (const [way, bring] of Object.entries(ways)) {
  test(`what is no plan is refused when it is ${way}`, async ({ page }) => {
    await keepSample(page);
    await page.goto('/#/');
    await expect(page.getByRole('rowheader')).toHaveCount(1);
    const before = await stored(page);
    for (const { name, text, size, says } of FILES) {
      await test.step(name, async () => {
        await bring(page, [{ name, text, size }]);
        const dialog = page.getByRole('dialog', { name: `“${name}” was not imported` });
        await expect(dialog).toContainText(says);
        await expect(dialog).toContainText('Your releases are as they were.');
        await page.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
      });
    }
    expect(await stored(page)).toEqual(before);
    await expect(page.getByRole('rowheader')).toHaveCount(1);
  });

  test(`of several files that are ${way} none comes in where one is bad`, async ({ page }) => {
    await keepSample(page);
    await page.goto('/#/');
    await expect(page.getByRole('rowheader')).toHaveCount(1);
    const before = await stored(page);
    await bring(page, [{ name: 'good.json', text: SAMPLE }, { name: 'bad.json', text: '{' }]);
    await expect(page.getByRole('dialog', { name: '“bad.json” was not imported' })).toBeVisible();
    expect(await stored(page)).toEqual(before);
    await page.keyboard.press('Escape');
    await bring(page, [{ name: 'good.json', text: SAMPLE }]);
    await expect(page.getByRole('heading', { level: 1, name: /One Desk/ })).toBeVisible();
  });
}

const SCRIPT = '<script>globalThis.ran = 1</script><img src="x" onerror="globalThis.ran = 2">';
const WORDS = new Set(`name version summary roles team contact title detail reason note text rationale by looks_at lead_role
  workaround symptoms quick_fix desk_code environment success_criteria back_out number found_in why cure response explanation
  what who site important_hours windows tool approver what_next kind_of version_before version_after`.split(/\s+/));

const PEOPLE = new Set(JSON.parse(SAMPLE).release.people.map((person) => person.id));

function withScripts(value, key) {
  if (Array.isArray(value)) return value.map((each) => withScripts(each));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withScripts(each, key)]));
  }
  // Who did something is named in some places, and referred to in others.
  const refers = key === 'by' && PEOPLE.has(value);
  return typeof value === 'string' && WORDS.has(key) && !refers ? `${value} ${SCRIPT}` : value;
}

test('text that looks like a script is text on every page', async ({ page }) => {
  await page.goto('/');
  const plan = JSON.parse(SAMPLE);
  await importFiles(page, jsonFile('script.json', JSON.stringify({ ...plan, release: withScripts(plan.release) })));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<script>');
  const { release } = plan;
  const pages = [
    '', '/people', '/strategy', '/rollout', '/acceptance', `/acceptance/${release.criteria[0].id}`, '/gates', `/gates/${release.gates[0].id}`,
    '/defects', `/defects/${release.defects[0].id}`, '/rfcs', `/rfcs/${release.rfcs[0].id}`, '/rules', '/board', '/board/roll-call',
    '/documents/go_no_go_pack', '/documents/release_plan', '/history',
  ];
  const overview = page.url();
  for (const address of pages) {
    await test.step(address, async () => {
      await page.goto(overview + address);
      await expect(main(page).getByRole('heading', { level: 1 }).first()).toBeVisible();
      const shown = () => main(page).evaluate((main) => main.textContent + [...main.querySelectorAll('input, textarea')].map((field) => field.value).join());
      await expect.poll(shown).toContain(SCRIPT);
      expect(await page.evaluate(() => [document.querySelectorAll('main script, main img').length, globalThis.ran])).toEqual([0, undefined]);
    });
  }
  await page.goto('/#/');
  await expect(page.getByRole('rowheader')).toContainText('<script>');
  expect(await page.evaluate(() => globalThis.ran)).toBeUndefined();
});
