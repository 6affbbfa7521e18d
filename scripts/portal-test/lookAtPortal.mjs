import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect } from '@playwright/test';

const PATIENCE_MS = 60_000;

const BROWSERS = [
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
 * Signs in as guest and looks at the page, the sidebar and the entity tab, the
 * tab with an incident in it. Gives what was asserted; throws at the first that
 * does not hold.
 */
export async function lookAtPortal({ url, tryOut, env, screenshots }) {
  const browser = await chromium.launch({
    executablePath: BROWSERS.find(path => path && existsSync(path)),
    args: ARGS,
  });
  const page = await browser.newPage({
    viewport: { width: 1400, height: 900 },
  });
  const shoot = name =>
    page.screenshot({ path: join(screenshots, `${name}.png`) });
  try {
    page.setDefaultTimeout(PATIENCE_MS);
    const errors = collectErrors(page);
    const seen = [];
    const see = async (what, locator) => {
      await expect(locator, what).toBeVisible({ timeout: PATIENCE_MS });
      seen.push(what);
    };

    await page.goto(url);
    await signIn(page);
    const item = page.getByRole('link', { name: 'Workflows', exact: true });
    await see('sidebar item', item.first());
    await item.first().click();
    await expect(page).toHaveURL(`${url}/workflows`);
    await see(
      'page /workflows',
      page.getByRole('heading', { level: 1, name: /workflows/i }),
    );
    for (const name of ['Workflows', 'Executions', 'Incidents']) {
      await see(`its tab ${name}`, page.getByRole('tab', { name }));
    }
    await see('its empty list', page.getByText(/no workflows? yet/i).first());
    await shoot('workflows');

    const answer = sendAlert({ url, tryOut, env });
    expect(answer, 'what the hook answers').toMatch(/^HTTP\/1\.1 202 /);
    seen.push('202 for the alert of the installation page');

    await page.goto(`${url}/catalog/default/component/example-website`);
    const tab = page.getByRole('tab', { name: 'Incident workflows' });
    await see('entity tab', tab);
    await tab.click();
    await expect(page).toHaveURL(/\/incident-workflows$/);
    await see(
      'the incident on the entity tab',
      page.getByText('An alert to try the portal with').first(),
    );
    await shoot('entity');

    await page.goto(`${url}/workflows/incidents`);
    await see(
      'the incident on /workflows/incidents',
      page.getByText('An alert to try the portal with').first(),
    );
    await shoot('incidents');

    expect(errors, 'errors in the console').toEqual([]);
    return [...seen, 'no error in the console'];
  } catch (error) {
    await shoot('failed');
    throw error;
  } finally {
    await browser.close();
  }
}

/** A portal signs in by itself, or asks; then the guest enters. */
async function signIn(page) {
  const enter = page.getByRole('button', { name: 'Enter' });
  const inside = page.getByRole('link', { name: 'Settings' }).first();
  await expect(enter.or(inside).first()).toBeVisible({ timeout: PATIENCE_MS });
  if (await enter.isVisible()) {
    await enter.click();
  }
}

/** The command of the installation page, sent to this portal. */
function sendAlert({ url, tryOut, env }) {
  const command = tryOut.replaceAll('http://localhost:7007', url);
  return execFileSync('sh', ['-c', command], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
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
