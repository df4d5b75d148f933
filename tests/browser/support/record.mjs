// The record of a release: its registers, what follows from an entry, and its documents.
import { expect } from '@playwright/test';
import { expectSaved, findings, goTo, main } from './app.mjs';
import * as plan from './planner.mjs';

// The entry at work beside its list.
export const detail = (page) => main(page).getByRole('article');

// Adds an entry to a register, which leads to it.
export async function addEntry(page, button) {
  const before = page.url();
  await main(page).getByRole('button', { name: button, exact: true }).click();
  await expect(page).not.toHaveURL(before);
  await expect(detail(page)).toBeVisible();
  return detail(page);
}

// Goes to an entry by its name in the list.
export async function openEntry(page, name) {
  await main(page).getByRole('link', { name, exact: true }).first().click();
  await expect(main(page).getByRole('article', { name, exact: true })).toBeVisible();
  return detail(page);
}

const findingsThat = (page, says) => findings(page).getByRole('link', { includeHidden: true }).filter({ hasText: says });

export const expectFinding = (page, says) => expect(findingsThat(page, says)).toHaveCount(1);
export const expectNoFinding = (page, says) => expect(findingsThat(page, says)).toHaveCount(0);

// A finding among those of a weight: "Blockers" or "Conditions".
export const expectAmong = (page, weight, says) =>
  expect(findings(page).getByRole('heading', { level: 3, name: weight }).locator('+ ul').getByRole('link').filter({ hasText: says })).toHaveCount(1);

export const undo = (page) => page.keyboard.press('Control+z');

// Loads the page again once everything is saved.
export async function again(page) {
  await expectSaved(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
}

// Opens a document of the release.
export async function openDocument(page, name) {
  await goTo(page, 'Documents');
  await main(page).getByRole('link', { name, exact: true }).click();
  await expect(detail(page)).toContainText(`${name} · `);
  return detail(page);
}

// A release as the wizard makes it: one department of twenty, and go-live on 3 October 2026.
export async function smallRelease(page, identity = {}) {
  await page.goto('/');
  const SMALL = {
    identity: {
      name: 'Till software', version: '3.1', summary: 'Tills that go on selling when the line is down.', release_type: 'minor',
      window: { start: '2026-10-03T20:00', end: '2026-10-04T02:00' }, time_zone: 'Europe/Dublin', release_manager: 'manager',
    },
    departments: [{ name: 'Shops', size: 20 }],
  };
  await plan.newRelease(page, { ...SMALL, identity: { ...SMALL.identity, ...identity } }, { manager: 'Maeve Quinn' });
  await expectSaved(page);
}
