// Journeys through the release build. Chromium runs all of them, Firefox those tagged @main.
import { defineConfig } from '@playwright/test';
import { chromiumLaunch, firefoxLaunch } from './support/browsers.mjs';
import { freePort } from './support/server.mjs';

// Workers load this file too and must agree on the port, hence the variable.
process.env.ROLLCALL_TEST_PORT ??= String(await freePort());
const origin = `http://127.0.0.1:${process.env.ROLLCALL_TEST_PORT}`;

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: 'results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./support/tally.mjs']],
  use: {
    baseURL: `${origin}/`,
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    // First, since its journeys take the longest: the others run beside them.
    { name: 'firefox', grep: /@main/, use: { browserName: 'firefox', ...firefoxLaunch() } },
    { name: 'chromium', use: { browserName: 'chromium', ...chromiumLaunch() } },
  ],
  webServer: {
    command: 'node support/server.mjs',
    env: { ROLLCALL_TEST_PORT: process.env.ROLLCALL_TEST_PORT },
    url: `${origin}/index.html`,
    reuseExistingServer: false,
    timeout: 20_000,
  },
});
