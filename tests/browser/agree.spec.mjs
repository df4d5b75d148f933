// The app, the printed pack and the command give the same answer about the same plan on the same day.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findings, main, verdict } from './support/app.mjs';
import { fixedToday } from './support/clock.mjs';
import { check } from './support/command.mjs';
import { textOf } from './support/pdf.mjs';
import { expect, test } from './support/test.mjs';

const SAMPLES = join(import.meta.dirname, '../../public/samples');
const WORDS = { go: 'Go', conditional_go: 'Conditional Go', no_go: 'No-Go' };
const SECTIONS = {
  overview: 'Overview', people: 'People', strategy: 'Strategy', forecast: 'Forecast', rollout: 'Rollout plan', calendar: 'Dates', environments: 'Environments',
  acceptance: 'Acceptance', gates: 'Gates', defects: 'Defects', rfcs: 'RFCs', training: 'Training', communications: 'Communications',
  hand_over: 'Service desk', meetings: 'Meetings', review: 'Readiness review', rules: 'Rules', board: 'Board', after: 'Go-live and after',
};
const EXITS = { go: 0, no_go: 1, conditional_go: 3 };

// The day on which a sample is twelve days from its go-live: the app shows it with its own dates on that day.
function dayOf(text) {
  const start = JSON.parse(text).release.identity.window.start.slice(0, 10);
  return new Date(Date.parse(start) - 12 * 86_400_000).toISOString().slice(0, 10);
}

// Spaces are lost between some words of a PDF's table cells.
const dense = (text) => text.replace(/\s+/g, '');

for (const file of readdirSync(SAMPLES)) {
  test(`app, pack and command agree on ${file}`, async ({ page }) => {
    const text = readFileSync(join(SAMPLES, file), 'utf8');
    const today = dayOf(text);
    const said = check(text, today);
    expect(said.exit).toBe(EXITS[said.verdict]);
    const of = (severity) => said.findings.filter((finding) => finding.severity === severity);
    const ordered = ['blocker', 'condition', 'advice'].flatMap(of);
    const lines = ordered.map(({ message, where }) => `${message}${SECTIONS[where.section]} →`);

    await fixedToday(page, today);
    await page.goto(`/#/r/sample.${file.replace('.json', '')}`);
    const waiting = of('blocker').length + of('condition').length;
    await expect(verdict(page)).toHaveText(WORDS[said.verdict] + (waiting > 0 ? ` · ${waiting} to clear` : ''));
    expect(await findings(page).getByRole('link', { includeHidden: true }).allTextContents()).toEqual(lines);

    await page.goto(`${page.url()}/documents/go_no_go_pack`);
    const pack = main(page).getByRole('article');
    await expect(pack.getByRole('strong').filter({ hasText: /^(Go|Conditional Go|No-Go)$/ }).first()).toHaveText(WORDS[said.verdict]);
    const rows = pack.getByRole('group', { name: /^Table: Weight, What, / }).getByRole('row');
    const cells = await rows.evaluateAll((rows) => rows.map((row) => row.cells[1].textContent).filter((what) => what !== 'What'));
    expect(cells).toEqual(ordered.map(({ message }) => message));

    const count = of('blocker').length > 0 ? `${of('blocker').length} blocker` : 'No blocker';
    const paper = dense(textOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }), '-raw'));
    expect(paper).toContain(dense(`The plan's verdict ${WORDS[said.verdict]} ${count}`));
    for (const { message } of ordered) expect(paper).toContain(dense(message));
  });
}

for (const kind of ['go_no_go_pack', 'release_plan']) {
  test(`no column of the ${kind} is lost on the screen or on paper`, async ({ page }) => {
    await page.goto(`/#/r/sample.service-desk-platform/documents/${kind}`);
    const article = main(page).getByRole('article');
    await expect(article.getByRole('columnheader').first()).toBeVisible();
    const all = await article.getByRole('columnheader', { includeHidden: true }).allTextContents();
    expect(all.length).toBeGreaterThan(40);
    for (const media of ['screen', 'print']) {
      await page.emulateMedia({ media });
      expect(await article.getByRole('columnheader').allTextContents()).toEqual(all);
    }
  });
}
