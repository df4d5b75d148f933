// The tools of the rollout plan: waves from a preset, groups moved by keyboard, what a pilot shows, push, pull, runbook and
// the timeline.
import { goTo, keepSample, main } from './support/app.mjs';
import { axe } from './support/axe.mjs';
import { fixedToday } from './support/clock.mjs';
import { enter, region } from './support/fields.mjs';
import { again, expectFinding, expectNoFinding, openDocument, undo } from './support/record.mjs';
import { expect, test } from './support/test.mjs';

test.use({ actionTimeout: 10_000 });
test.beforeEach(async ({ page }) => {
  await fixedToday(page, '2026-09-21');
  await keepSample(page);
  await goTo(page, 'Rollout plan');
});

const waves = (page) => region(page, 'Waves');
const names = (page) => waves(page).getByLabel(/, name$/);
const column = (page, wave) => waves(page).getByRole('group', { name: `Groups of ${wave}`, exact: true });

// Opens something that is folded away.
const unfold = (scope, word) => scope.locator('summary', { hasText: word }).click();

test('waves come from a preset that names its source, in one step that undo takes back', async ({ page }) => {
  await expect(names(page)).toHaveCount(5);
  await unfold(waves(page), 'Waves from a preset');
  await waves(page).getByLabel('Preset', { exact: true }).selectOption('Rings of 1, 9 and 90 %');
  await expect(waves(page)).toContainText('Windows Autopatch');
  const preview = waves(page).getByRole('table', { name: 'Waves of the preset' });
  await expect(preview.getByRole('row')).toHaveCount(4);
  await expect(preview.getByRole('row', { name: /^First ring/ })).toContainText('45');
  await waves(page).getByRole('button', { name: 'Apply preset' }).press('Enter');
  await expect(names(page)).toHaveCount(3);
  await expect(names(page).first()).toHaveValue('First ring');
  await undo(page);
  await expect(names(page)).toHaveCount(5);
  await again(page);
  await expect(names(page)).toHaveCount(5);
});

test('a group moves to another wave by keyboard, and a pilot that is too small says so', async ({ page }) => {
  await expect(waves(page).getByRole('status')).toContainText('The first wave is large enough.');
  await unfold(waves(page), 'Groups by wave');
  const from = column(page, 'Finance and Human Resources');
  const chosen = from.getByLabel('Move Finance office to');
  await chosen.focus();
  await chosen.selectOption('Pilot: the desk itself');
  await expect(column(page, 'Pilot: the desk itself')).toContainText('Finance office');
  await expect(from).not.toContainText('Finance office');
  await undo(page);
  await expect(from).toContainText('Finance office');

  // Said of the plan, it is advice until the pilot is large enough for it.
  const SMALL = 'Wave “Pilot: the desk itself” is too small to show the defect that it is to show; 598 would have to be in it.';
  await expectNoFinding(page, SMALL);
  await enter(waves(page), { 'Defect shows on': '0.5' });
  await expect(waves(page).getByRole('status')).toContainText('A pilot of 598 shows a defect of 0.5 %');
  await expect(waves(page).getByRole('status')).toContainText('“Pilot: the desk itself” has 130: too small.');
  await expectFinding(page, SMALL);
  await enter(waves(page), { 'Defect shows on': '3' });
  await expect(waves(page).getByRole('status')).toContainText('The first wave is large enough.');
  await expectNoFinding(page, 'is too small to show the defect');
  await again(page);
  await expect(waves(page).getByLabel(/^Defect shows on/)).toHaveValue('3');
});

test('the timeline leads to what it shows, and is a table too', async ({ page }) => {
  const timeline = main(page).getByRole('region', { name: 'Timeline', exact: true });
  // One stop for Tab; arrow keys lead on from there.
  const stop = timeline.locator('a[tabindex="0"]');
  await expect(stop).toHaveCount(1);
  const first = await stop.getAttribute('aria-label');
  await stop.focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'End']) {
    await page.keyboard.press(key);
    await expect(stop).toHaveCount(1);
    await expect(stop).toBeFocused();
    await expect(stop).not.toHaveAttribute('aria-label', first);
  }
  await page.keyboard.press('Home');
  await expect(stop).toHaveAttribute('aria-label', first);
  await timeline.getByRole('link', { name: /^Gate Defect review: / }).press('Enter');
  await expect(page).toHaveURL(/gates/);
  await page.goBack();
  await unfold(timeline, 'As a table');
  const table = timeline.getByRole('table', { name: 'Timeline' });
  await expect(table.getByRole('row', { name: /^Last safe moment/ })).toContainText('Sat 3 Oct 2026, 18:35');
  await expect(table.getByRole('row', { name: /^Message/ }).first()).toBeVisible();
  await timeline.getByRole('button', { name: 'Rollout alone' }).click();
  await expect(table.getByRole('row', { name: /^Message/ })).toHaveCount(0);
  await axe(page);
});

test('a mark of the timeline is hit around it, on a phone’s width too, and never in place of another', async ({ page }) => {
  const timeline = main(page).getByRole('region', { name: 'Timeline', exact: true });
  const rows = timeline.getByRole('group', { name: /arrow keys/ }).getByRole('group');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(rows.first()).toBeVisible();
    const found = await rows.evaluateAll((all) => all.flatMap((row) => {
      row.scrollIntoView({ block: 'center' });
      const box = row.getBoundingClientRect();
      const links = [...row.querySelectorAll('a')];
      const inside = (x) => Math.min(Math.max(x, box.left + 1), box.right - 1);
      const middle = (link) => {
        const mark = [...link.children].filter((child) => child.localName === 'rect').at(-1).getBoundingClientRect();
        return { x: inside(mark.left + Math.min(mark.width, 5) / 2), y: mark.top + mark.height / 2 };
      };
      const middles = links.map(middle);
      return links.flatMap((link, at) => {
        const { x, y } = middles[at];
        const near = (distance) => links.filter((_, other) => Math.abs(middles[other].x - x) < distance);
        const hit = (dx, dy) => document.elementFromPoint(inside(x + dx), y + dy)?.closest('a');
        const name = link.getAttribute('aria-label');
        const wrong = near(5).includes(hit(0, 0)) ? [] : [`${name}: its middle`];
        if (near(48).length > 1) return wrong;
        // At an end of the row it reaches farther to the other side.
        const edge = box.width * 0.04 + 3;
        const [left, right] = x < box.left + edge ? [0, 22] : x > box.right - edge ? [-22, 0] : [-11, 11];
        const beside = [[left, 0], [right, 0], [0, -11], [0, 11]].filter(([dx, dy]) => hit(dx, dy) !== link);
        return [...wrong, ...beside.map((by) => `${name}: ${by}`)];
      });
    }));
    expect(found, `at ${width}`).toEqual([]);
  }
});

test('the runbook knows its critical steps and the chance to end in time', async ({ page }) => {
  const runbook = region(page, 'Runbook');
  await expect(runbook.getByText('Critical').first()).toBeVisible();
  await expect(runbook).toContainText(/Chance to end before the last safe moment9\d/);
  await runbook.getByRole('button', { name: 'Details of step 1', exact: true }).press('Enter');
  const longest = runbook.getByLabel('Longest, in minutes');
  await longest.fill('1');
  await longest.blur();
  await expectFinding(page, 'is out of order.');
  await undo(page);
  await expectNoFinding(page, 'is out of order.');
});

test('push and pull are worked out from a few figures', async ({ page }) => {
  const pull = region(page, 'Pull');
  await enter(pull, { 'Half of the rest fetch it within': '2 d', 'Servers give out': 1 });
  await expect(pull).toContainText('a queue grows');
  await expect(pull.getByRole('img', { name: /have fetched it/ })).toBeVisible();
  const push = region(page, 'Push');
  // Sizes and rates have fractions, with a point or a comma.
  await enter(push, { 'Package in MB': '0,5', 'Bandwidth limit in Mbit/s': '2.5' });
  await expect(push.getByLabel(/^Package in MB/)).toHaveValue('0.5');
  await expect(push).toContainText('× 0.5 MB × 8');
  await enter(push, { 'Bandwidth limit in Mbit/s': '-1' });
  await expect(push.getByText('Enter a number from 0 to 1,000,000,000.')).toBeVisible();
  await undo(page);
  await undo(page);
  await enter(push, { 'Runs daily from': '22:00', 'Runs daily until': '29:00' });
  await expect(push.getByLabel('Runs daily until')).toHaveAttribute('aria-invalid', 'true');
  await enter(push, { 'Runs daily until': '9:00' });
  await expect(push.getByRole('table', { name: 'Push by site' })).toContainText('the rest');
  await expectFinding(page, 'The push runs in working hours');
  const plan = await openDocument(page, 'Release plan');
  await expect(plan).toContainText('22:00 to 09:00');
  await expect(plan.getByRole('img', { name: /have fetched it/ })).toBeVisible();
});
