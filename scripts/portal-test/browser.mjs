import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
];

// Nothing but what the portal asks for leaves the machine.
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Gives `work` a page of the system's browser, a way to take pictures of it, and
 * the errors of its console so far. A failure leaves the picture `failed.png`.
 */
export async function withPage({ screenshots }, work) {
  mkdirSync(screenshots, { recursive: true });
  const browser = await chromium.launch({
    executablePath: CANDIDATES.find(path => path && existsSync(path)),
    args: ARGS,
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1400, height: 900 },
    });
    const shoot = name =>
      page.screenshot({ path: join(screenshots, `${name}.png`) });
    const errors = collectErrors(page);
    return await work({ page, shoot, errors }).catch(async error => {
      // No picture of a browser that is gone; the error says more.
      await shoot('failed').catch(() => {});
      throw new Error([error.message, ...errors].join('\n'));
    });
  } finally {
    await browser.close();
  }
}

function collectErrors(page) {
  const errors = [];
  page.on('pageerror', error => errors.push(String(error.stack ?? error)));
  page.on('console', message => {
    if (message.type() === 'error') {
      errors.push(`${message.text()} (${message.location().url})`);
    }
  });
  return errors;
}
