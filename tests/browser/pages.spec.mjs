// Every page of a rich plan, in both themes: it opens, and axe finds nothing.
import { axe } from './support/axe.mjs';
import { fixedToday } from './support/clock.mjs';
import { expect, test } from './support/test.mjs';

test.beforeEach(({ page }) => fixedToday(page, '2026-09-21'));

const SAMPLE = '#/r/sample.service-desk-platform';
const PAGES = [
  '#/', '#/new', '#/settings', '#/nowhere', '#/r/nothing-here',
  '', '/people', '/strategy', '/strategy/walk', '/rollout', '/acceptance', '/acceptance/back-out-tested',
  '/gates', '/gates/test-review', '/defects', '/defects/od-214', '/rfcs', '/rfcs/rfc-4471', '/rules', '/board', '/board/roll-call',
  '/documents/go_no_go_pack', '/documents/release_plan', '/history',
];

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const address of PAGES) {
      test(`${address || '/overview'} is accessible in ${colorScheme}`, async ({ page }) => {
        await page.goto(`/${address.startsWith('#') ? address : SAMPLE + address}`);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await axe(page);
      });
    }
  });
}
