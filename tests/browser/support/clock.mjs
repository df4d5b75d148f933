// Journeys whose outcome depends on the day say which day it is.

// Fixes what `new Date()` answers in this page, from now on and after reloads; timers go on. `day` is "YYYY-MM-DD", noon.
export async function fixedToday(page, day) {
  await page.clock.setFixedTime(new Date(`${day}T12:00:00Z`));
}
