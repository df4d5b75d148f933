// The page opens, under its policy, wherever it is hosted.
import { axe } from './support/axe.mjs';
import { FOLDER } from './support/server.mjs';
import { expect, test } from './support/test.mjs';

for (const place of ['/', FOLDER]) {
  test(`opens at ${place} @main`, async ({ page }) => {
    await page.goto(place);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page).toHaveTitle(/Rollcall/);
  });
}

test('a strict content security policy is in force @main', async ({ page }) => {
  await page.goto('/');
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self' 'sha256-[^']+' 'wasm-unsafe-eval'/);
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).not.toMatch(/\*|https?:/);
});

test('the first page is accessible @main', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('h1')).toBeVisible();
  await axe(page);
});
