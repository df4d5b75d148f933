// The `test` that every journey starts from: a page that may neither complain nor call out.
import { expect, test as base } from '@playwright/test';

export { expect };

export const test = base.extend({
  // Fails a journey on any error in the console, any uncaught exception, and any request to another origin. A journey
  // that provokes one on purpose takes it off the list: `complaints.length = 0`.
  complaints: [
    async ({ context, baseURL }, use) => {
      const complaints = [];
      context.on('page', (page) => watch(page, new URL(baseURL).origin, complaints));
      await use(complaints);
      expect(complaints, 'errors and foreign requests seen during the journey').toEqual([]);
    },
    { auto: true },
  ],
});

// Listens on one page. Pages of a context that a journey opens itself are watched by calling this.
export function watch(page, origin, complaints) {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) complaints.push(`request: ${url.href}`);
  });
}
