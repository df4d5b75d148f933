// Fields and lists as people fill them in, by their labels.
import { expect } from '@playwright/test';
import { main } from './app.mjs';

export const region = (page, name) => main(page).getByRole('region', { name, exact: true });

// The control whose label begins with these words.
export const control = (scope, label) => scope.getByLabel(new RegExp(`^${label.replace(/[()?]/g, '\\$&')}`)).first();

const isEmpty = (value) => value === undefined || value === null || value === '';

// Types into fields as by keyboard, and leaves each, which is when numbers are taken. What the plan leaves empty is left.
export async function enter(scope, values) {
  for (const [label, value] of Object.entries(values)) {
    if (isEmpty(value)) continue;
    const field = control(scope, label);
    const text = String(value);
    // Days and times are set at once, as from their picker. The rest is entered as from the keyboard: to Firefox a text
    // that a script has put there is no change when the field is left.
    if (/^\d{4}-\d\d-\d\d/.test(text)) {
      await field.fill(text);
    } else {
      await field.fill('');
      await field.page().keyboard.insertText(text);
    }
    await field.blur();
  }
}

export async function choose(scope, values) {
  for (const [label, value] of Object.entries(values)) {
    if (!isEmpty(value)) await control(scope, label).selectOption(value);
  }
}

// Presses one of a row of answers. Its button is drawn by its label, hence the force.
export const answer = (scope, word) => scope.getByRole('radio', { name: word, exact: true }).check({ force: true });

// Ticks boxes in a list that may be folded away behind a summary.
export async function tick(scope, names, summary) {
  if (names.length === 0) return;
  if (summary) await scope.getByText(summary, { exact: true }).click();
  for (const name of names) {
    const box = scope.getByRole('checkbox', { name });
    if (!(await box.isChecked())) await box.press('Space');
  }
}

// Presses a button that adds an entry, waits until the focus is in its first field, and gives the entry.
export async function added(page, scope, button) {
  await scope.getByRole('button', { name: button, exact: true }).press('Enter');
  const first = page.locator(':is(input, textarea):focus');
  await first.waitFor();
  const id = await first.evaluate((field) => field.closest('[data-entry]').dataset.entry);
  return page.locator(`#main [data-entry="${id}"]`).last();
}

// Types into the cells of a row one after the other, going on with Tab.
export async function typeCells(page, values) {
  for (const value of values) {
    if (!isEmpty(value)) await page.keyboard.insertText(String(value));
    await page.keyboard.press('Tab');
  }
}

// Answers the question why something goes that readiness depends on.
export async function giveReason(page, reason) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}
