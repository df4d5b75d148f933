// The same release in two tabs: each follows the other, and neither overwrites the other silently.
import { banner, expectSaved, keepSample, saving, stored } from './support/app.mjs';
import { expect, test } from './support/test.mjs';

const name = (page) => page.getByRole('textbox', { name: 'Name', exact: true });
const version = (page) => page.getByRole('textbox', { name: 'Version', exact: true });

async function secondTab(page) {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(name(other)).toHaveValue(/One Desk/);
  return other;
}

test('a tab follows what another saves', async ({ page }) => {
  await keepSample(page);
  const other = await secondTab(page);
  await version(page).fill('2.0');
  await expect(version(other)).toHaveValue('2.0');
  await expect(other.getByText('Another tab has saved this release. You see its version.')).toBeVisible();
  await name(other).fill('One Desk, from the second');
  await expect(name(page)).toHaveValue('One Desk, from the second');
  await expectSaved(page);
  await expectSaved(other);
  expect(Object.keys((await stored(page)).releases)).toHaveLength(1);
});

test('where both have edits, both are kept', async ({ page }) => {
  await keepSample(page);
  const other = await secondTab(page);
  // The second tab cannot write for a while, as when it sleeps. It tries again by itself.
  await other.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    globalThis.wake = () => {
      IDBObjectStore.prototype.put = put;
    };
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('asleep', 'UnknownError');
    };
  });
  await version(other).fill('2.0 of the second');
  await expect(saving(other)).toHaveText('Not saved');
  await version(page).fill('2.0 of the first');
  await expectSaved(page);
  await other.evaluate(() => globalThis.wake());
  await expect(other.getByRole('alert').filter({ hasText: 'Another tab saved this release first.' })).toBeVisible();
  await expect(version(other)).toHaveValue('2.0 of the first');
  await banner(other).getByRole('link', { name: /all releases/ }).click();
  await expect(other.getByRole('rowheader')).toHaveCount(2);
  await expect(other.getByRole('rowheader', { name: /2\.0 of the first/ })).toBeVisible();
  const mine = other.getByRole('rowheader', { name: /from another tab.*2\.0 of the second/ });
  await expect(mine).toBeVisible();
});

test('where both are typed into at the same moment, the version that loses is kept once', async ({ page }) => {
  await keepSample(page);
  const other = await secondTab(page);
  const moment = Date.now() + 1000;
  const typeThen = (tab, text) =>
    version(tab).evaluate(
      (input, { moment, text }) =>
        new Promise((typed) => {
          setTimeout(() => {
            input.value = text;
            input.dispatchEvent(new Event('input', { bubbles: true }));
            typed();
          }, moment - Date.now());
        }),
      { moment, text },
    );
  await Promise.all([typeThen(page, '2.0 of the first'), typeThen(other, '2.0 of the second')]);
  const told = (tab) => tab.getByRole('alert').filter({ hasText: 'Another tab saved this release first.' });
  await expect.poll(async () => (await told(page).count()) + (await told(other).count())).toBe(1);
  await expectSaved(page);
  await expectSaved(other);
  // A second copy would be stored before what is typed now has come to the other tab.
  const summary = (tab) => tab.getByRole('textbox', { name: 'Summary' });
  await summary(page).fill('Typed once both had settled.');
  await expect(summary(other)).toHaveValue('Typed once both had settled.');
  const releases = Object.values((await stored(page)).releases);
  expect(releases).toHaveLength(2);
  expect(releases.filter((text) => text.includes('2.0 of the first'))).toHaveLength(1);
  expect(releases.filter((text) => text.includes('2.0 of the second'))).toHaveLength(1);
});

test('what another tab deletes is not written back, and can be kept as a new release', async ({ page }) => {
  await keepSample(page);
  const other = await secondTab(page);
  await other.goto('/');
  await other.getByRole('button', { name: /^More about One Desk/ }).click();
  await other.getByRole('button', { name: 'Delete release' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'Not saved' });
  await expect(alert).toContainText('it was deleted in another tab');
  await version(page).fill('2.0');
  await expect(saving(page)).toHaveText('Not saved');
  expect((await stored(page)).releases).toEqual({});
  await alert.getByRole('button', { name: 'Save as a new release' }).click();
  await expect(alert).toBeHidden();
  await expect(version(page)).toHaveValue('2.0');
  await expectSaved(page);
  expect(Object.keys((await stored(page)).releases)).toHaveLength(1);
});

const reasons = (page) => page.getByLabel('Reasons for rejecting or deferring an RFC');
const lead = (page) => page.getByLabel(/^Days from submission/);

async function templatesInTwoTabs(page) {
  await page.goto('/#/settings/templates');
  await expect(reasons(page)).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(reasons(other)).toBeVisible();
  return other;
}

test('a tab with the templates open follows what another stores, back and forth', async ({ page }) => {
  const other = await templatesInTwoTabs(page);
  await lead(page).fill('5');
  await lead(page).blur();
  await expect(lead(other)).toHaveValue('5');
  await expect(other.getByText('Another tab has changed the templates. You see its version.')).toBeVisible();
  await lead(other).fill('6');
  await lead(other).blur();
  await expect(lead(page)).toHaveValue('6');
  await reasons(page).fill('Too late');
  await reasons(page).blur();
  await expect(reasons(other)).toHaveValue('Too late');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.reload();
  await expect(lead(page)).toHaveValue('6');
});

test('templates that both tabs edited wait for somebody to choose', async ({ page }) => {
  const other = await templatesInTwoTabs(page);
  await lead(other).fill('4');
  await lead(other).blur();
  await expect(lead(page)).toHaveValue('4');
  // The other tab hears nothing of the first any more, as when it sleeps.
  await page.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => {};
  });
  await lead(page).fill('7');
  await lead(page).blur();
  await reasons(other).fill('Nobody asked');
  const choice = other.getByRole('alert').filter({ hasText: 'Another tab has changed the templates too.' });
  await expect(choice).toBeVisible();
  await choice.getByRole('button', { name: 'Show the other tab’s' }).click();
  await expect(choice).toHaveCount(0);
  await expect(lead(other)).toHaveValue('7');
  await lead(other).fill('9');
  await lead(other).blur();
  await expect(lead(page)).toHaveValue('9');
  await lead(page).fill('8');
  await lead(page).blur();
  await lead(other).fill('10');
  await lead(other).blur();
  await choice.getByRole('button', { name: 'Store those shown here' }).click();
  await page.reload();
  await expect(lead(page)).toHaveValue('10');
});
