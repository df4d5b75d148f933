// Journeys whose outcome depends on the day say which day it is.

// Fixes what `new Date()` and `Date.now()` answer in this page from its next load on; timers are left alone. `day` is
// "YYYY-MM-DD", and it is noon in UTC. Takes a whole context too.
export async function fixedToday(page, day) {
  await page.addInitScript((now) => {
    globalThis.Date = new Proxy(Date, {
      construct: (real, given, target) => Reflect.construct(real, given.length > 0 ? given : [now], target),
      apply: (real) => new real(now).toString(),
      get: (real, name) => (name === 'now' ? () => now : Reflect.get(real, name)),
    });
  }, Date.parse(`${day}T12:00:00Z`));
}
