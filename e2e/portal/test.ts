import { type Page, test as base, expect } from '@playwright/test';

/** The portal's addresses, without a slash at the end. */
export const portalUrl = () => process.env.PORTAL_URL!;
export const backendUrl = () => process.env.BACKEND_URL!;

// Material UI 4 under React's strict mode: nothing that a page could do better.
const KNOWN = /^Warning: findDOMNode is deprecated/;

/**
 * Playwright's test with a page on the portal. A spec fails when the browser's
 * console says an error, unless it clears `consoleErrors` itself.
 */
export const test = base.extend<{ consoleErrors: string[] }>({
  baseURL: async ({}, use) => use(portalUrl()),

  consoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', message => {
        if (message.type() === 'error' && !KNOWN.test(message.text())) {
          errors.push(`${message.text()} (${message.location().url})`);
        }
      });
      page.on('pageerror', error => errors.push(String(error)));
      await use(errors);
      expect(errors, 'errors in the console of the browser').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens a page of the portal as the guest, who is ada of the payments team. */
export async function openAsGuest(page: Page, path = '/') {
  await page.goto(path);
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByRole('button', { name: 'Enter' })).toBeHidden();
}
