import { resolve } from 'node:path';
import { type Page, expect } from '@playwright/test';

const ROOT = resolve(__dirname, '../..');

/** `docs/images` when SCREENSHOTS says so; else they are looked at and thrown away. */
const FOLDER = resolve(
  ROOT,
  process.env.SCREENSHOTS === 'docs' ? 'docs/images' : 'test-results/gallery',
);

/** Takes the picture of a page, which must not be wider than the window. */
export async function shoot(page: Page, name: string) {
  await page.screenshot({
    path: resolve(FOLDER, `${name}.png`),
    animations: 'disabled',
  });
  const overflow = await page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
  expect(overflow, `${name} is wider than the window`).toBe(0);
}
