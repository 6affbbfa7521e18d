import { resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';

/** A picture to be looked at, then thrown away. */
export function picture(page: Page, name: string) {
  return page.screenshot({
    path: resolve(__dirname, '../../test-results/builder', `${name}.png`),
    animations: 'disabled',
  });
}

/** Every page of this browser has the portal's light or dark theme. */
export function inTheme(context: BrowserContext, theme: 'light' | 'dark') {
  return context.addInitScript(
    name => window.localStorage.setItem('theme', name),
    theme,
  );
}
