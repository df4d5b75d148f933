// How long the simulation takes in Chromium, how long it keeps the page from answering, and whether it says what the command
// says: `node forecast-time.mjs [TRIALS]`. It needs dist/ and `cargo build --bin rollcall`.
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { exportPlan, goTo, handedOut } from './support/app.mjs';
import { chromiumLaunch } from './support/browsers.mjs';
import { answer, freePort } from './support/server.mjs';

const SITE = join(import.meta.dirname, '../../dist');
const WORD = { 1_000: '1,000', 10_000: '10,000', 100_000: '100,000' };
const TRIALS = Number(process.argv[2] ?? 10_000);
const CLOSE = 1e-9;

if (!WORD[TRIALS]) throw new Error(`the page offers ${Object.keys(WORD).join(', ')} trials`);
const port = await freePort();
createServer((request, response) => answer(request, response, SITE)).listen(port, '127.0.0.1');
const browser = await chromium.launch(chromiumLaunch().launchOptions);
const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}` });
await context.addInitScript(() => {
  globalThis.tasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
});
const page = await context.newPage();
// The sample that most people receive.
await page.goto('/#/r/sample.security-update');
await page.getByRole('button', { name: 'Keep a copy' }).first().click();
await goTo(page, 'Forecast');
await page.getByRole('radio', { name: WORD[TRIALS], exact: true }).check({ force: true });
await done();
// Once more, now that everything is compiled and drawn.
await page.evaluate(() => (globalThis.tasks.length = 0));
await page.getByRole('button', { name: 'Compute again' }).click();
const began = performance.now();
await page.getByText(/^Looking for the inputs/).waitFor({ timeout: 600_000 });
const simulated = performance.now() - began;
await done();
const searched = performance.now() - began - simulated;
const tasks = await page.evaluate(() => globalThis.tasks);
console.log(`${TRIALS} trials × 9 strategies: ${(simulated / 1000).toFixed(2)} s; the inputs that matter most: ${(searched / 1000).toFixed(2)} s`);
console.log(`tasks of more than 50 ms meanwhile: ${tasks.length}; the longest: ${Math.max(0, ...tasks).toFixed(0)} ms`);

const { text: figures } = await handedOut(page, () => page.getByRole('button', { name: 'Download figures' }).click());
const inPage = JSON.parse(figures);
const { text } = await exportPlan(page);
await browser.close();
compare(inPage.figures, byName(command(text, inPage)));
process.exit(0);

async function done() {
  await page.getByText(`Computed from ${WORD[TRIALS]} trials`).waitFor({ timeout: 600_000 });
}

function command(text, { seed, trials }) {
  const program = join(process.env.CARGO_TARGET_DIR ?? join(import.meta.dirname, '../../target'), 'debug/rollcall');
  const asked = ['simulate', '-', '--format', 'json', '--no-sensitivity', '--seed', String(seed), '--trials', String(trials)];
  const { status, stdout, stderr } = spawnSync(program, asked, { input: text, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

// What the command says, by the names under which the page hands its figures out.
function byName({ defect, strategies, comparisons }) {
  const all = {};
  const put = (name, { value, low, high }) => Object.assign(all, { [`${name}/value`]: value, [`${name}/low`]: low, [`${name}/high`]: high });
  const never = { value: null, low: null, high: null };
  put('defect', defect);
  for (const { strategy, figures, meets_date, back_out, undetected, adoption, desk } of strategies) {
    const name = slashed(strategy);
    for (const { measure, mean, p10, p50, p90 } of figures) {
      for (const [part, estimate] of Object.entries({ mean: mean ?? never, p10, p50, p90 })) put(`${name}/${measure}/${part}`, estimate);
    }
    for (const [part, estimate] of Object.entries({ meets_date, back_out, undetected })) put(`${name}/${part}`, estimate);
    for (const [part, course] of Object.entries({ adoption, desk })) {
      course.forEach(([, low, value, high], at) => put(`${name}/${part}/${at}`, { value, low, high }));
    }
  }
  for (const { measure, better, than, chance } of comparisons) put(`${slashed(better)}/than/${slashed(than)}/${measure}`, chance);
  return all;
}

// "phased_pull_then_push" as "phased/pull_then_push".
function slashed(key) {
  return key.replace(/^(big_bang|phased|parallel)_/, '$1/');
}

function compare(page, command) {
  const names = new Set([...Object.keys(page), ...Object.keys(command)]);
  let [worst, where] = [0, ''];
  for (const name of names) {
    const [one, other] = [page[name], command[name]];
    if (one === other) continue;
    const apart = one == null || other == null ? Infinity : Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other));
    if (apart > worst) [worst, where] = [apart, `${name}: ${one} in the page, ${other} by the command`];
  }
  console.log(`${names.size} figures in the page and by the command: ${worst === 0 ? 'all the same' : `furthest apart by ${worst.toExponential(1)} (${where})`}`);
  if (worst > CLOSE) process.exit(1);
}
