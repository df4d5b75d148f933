// Accessibility of the page as it stands.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Runs axe-core and expects no violation. The site's policy forbids adding a script tag; what the debugger evaluates is
// not subject to it.
export async function axe(page, { exclude = [] } = {}) {
  await page.evaluate(source);
  const violations = await page.evaluate(
    async ([tags, exclude]) => {
      const results = await globalThis.axe.run({ exclude }, { runOnly: tags, resultTypes: ['violations'] });
      return results.violations.map(({ id, help, nodes }) => ({
        id,
        help,
        where: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
      }));
    },
    [TAGS, exclude],
  );
  expect(violations, `accessibility of ${page.url()}`).toEqual([]);
}
