// Every page of a rich plan, in both themes: it opens, and axe finds nothing.
import { axe } from './support/axe.mjs';
import { fixedToday } from './support/clock.mjs';
import { expect, test } from './support/test.mjs';

test.use({ trace: 'off' });
test.beforeEach(({ page }) => fixedToday(page, '2026-09-21'));

const SAMPLE = '#/r/sample.service-desk-platform';
const of = (...pages) => pages.map((page) => SAMPLE + page);

// Pages that are looked at one after the other, each with an entry of its registers open.
const PAGES = {
  'what belongs to no release': ['#/', '#/new', '#/settings', '#/nowhere', '#/r/nothing-here'],
  'the plan': of('', '/people', '/strategy', '/strategy/walk', '/forecast', '/rollout', '/calendar', '/environments', '/environments/test'),
  'what is judged': of(
    '/acceptance', '/acceptance/back-out-tested', '/gates', '/gates/test-review', '/defects', '/defects/od-214', '/rfcs', '/rfcs/rfc-4471', '/rfcs/rfc-4533',
  ),
  'who learns, hears and meets': of(
    '/training', '/training/desk-agents', '/training/agents', '/communications', '/communications/reminder', '/communications/pack-it',
    '/hand_over', '/hand_over/one-queue', '/meetings', '/meetings/checkpoint',
  ),
  'who decides': of('/review', '/review/portal-sessions', '/rules', '/rules/floor-walkers', '/board', '/board/risk-peak', '/board/roll-call'),
  'what follows': of('/after', '/actions', '/history', '/documents/go_no_go_pack', '/documents/release_plan'),
  'the templates': ['', '/acceptance', '/gates', '/gates/test-review', '/rules', '/rules/floor-walkers', '/communications', '/calendar'].map(
    (page) => `#/settings/templates${page}`,
  ),
};

// A document is light in either theme.
const DOCUMENTS = of(
  ...['cab_sheet', 'runbook', 'back_out_plan', 'communications_pack', 'service_desk_pack', 'training_plan', 'readiness_review', 'minutes', 'rejection_report'].map(
    (kind) => `/documents/${kind}`,
  ),
);

async function lookAt(page, addresses) {
  for (const address of addresses) {
    await test.step(address, async () => {
      await page.goto(`/${address}`);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await expect(page.getByText('is not in this plan')).toHaveCount(0);
      // What an entry at work was scrolled under the header for is not covered by it.
      await page.evaluate(() => scrollTo(0, 0));
      await axe(page);
    });
  }
}

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const [what, addresses] of Object.entries(PAGES)) {
      test(`${what} is accessible in ${colorScheme}`, ({ page }) => lookAt(page, addresses));
    }
  });
}

test('every document is accessible', ({ page }) => lookAt(page, DOCUMENTS));
