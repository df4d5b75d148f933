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

test('each page has its own title', async ({ page }) => {
  const sample = '#/r/sample.service-desk-platform';
  for (const [address, title] of [
    ['#/', /^Releases · Rollcall$/],
    ['#/new', /^New release · Rollcall$/],
    ['#/settings', /^Settings · Rollcall$/],
    ['#/nowhere', /^No such page · Rollcall$/],
    [`${sample}/gates`, /^Gates · One Desk.* · Rollcall$/],
    [`${sample}/history`, /^Change log · One Desk.* · Rollcall$/],
    [`${sample}/documents/release_plan`, /^Release plan, One Desk/],
    ['#/', /^Releases · Rollcall$/],
  ]) {
    await page.goto(`/${address}`);
    await expect(page).toHaveTitle(title);
  }
});

test('going to a page outside a release puts the focus on it, loading it does not', async ({ page }) => {
  const atStart = () => page.evaluate(() => document.activeElement === document.body);
  await page.goto('/');
  await expect(page.locator('h1')).toBeVisible();
  expect(await atStart()).toBe(true);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await page.goBack();
  await expect(page).toHaveTitle(/^Releases/);
  await expect(page.getByRole('main')).toBeFocused();
});

test('a page whose part did not arrive says so, and comes when it is tried again', async ({ page, complaints }) => {
  // The loader names the file that has the pages which opening a release does not wait for.
  let file;
  await page.route(/bundles-.*\.js$/, async (route) => {
    const response = await route.fetch();
    file = /__wasm_split_load_pages[\s\S]*?"\.\/([^"]+\.wasm)"/.exec(await response.text())[1];
    await route.fulfill({ response });
  });
  let connected = false;
  await page.route(/\.wasm$/, (route) => (!connected && route.request().url().endsWith(file) ? route.abort() : route.continue()));
  await page.goto('/#/r/sample.service-desk-platform/gates');
  await expect(page.getByRole('heading', { level: 1, name: 'Quality gates' })).toBeVisible();
  await page.evaluate(() => { location.hash = '#/r/sample.service-desk-platform/training'; });
  await expect(page.getByRole('heading', { name: 'This page could not be loaded' })).toBeVisible();
  connected = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Training' })).toBeVisible();
  // The browser and the loader both complain of what did not arrive.
  complaints.length = 0;
});
