import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { withPage } from './browser.mjs';

const PATIENCE = { timeout: 60_000 };

/**
 * Signs in as guest and looks at what a person would look at after installing.
 * Gives what was asserted; throws at the first thing that does not hold.
 */
export function lookAtPortal({ url, tryOut, env, screenshots }) {
  return withPage({ screenshots }, async ({ page, shoot, errors }) => {
    const seen = [];
    const see = async (what, locator) => {
      await expect(locator.first(), what).toBeVisible(PATIENCE);
      seen.push(what);
    };
    const visit = { url, page, see, shoot };

    await signIn(visit);
    await lookAtPage(visit);
    await lookAtCanvas(visit);
    expect(sendAlert({ url, tryOut, env })).toMatch(/^HTTP\/1\.1 202 /);
    seen.push('202 for the alert of the installation page');
    await lookAtEntity({ ...visit, incident: titleIn(tryOut) });

    expect(errors, 'errors in the console').toEqual([]);
    return [...seen, 'no error in the console'];
  });
}

/** A portal signs in by itself, or asks; then the guest enters. */
async function signIn({ url, page }) {
  await page.goto(url);
  const enter = page.getByRole('button', { name: 'Enter' });
  const inside = page.getByRole('link', { name: 'Settings' });
  await expect(enter.or(inside).first()).toBeVisible(PATIENCE);
  if (await enter.isVisible()) {
    await enter.click();
  }
}

async function lookAtPage({ url, page, see, shoot }) {
  const item = page.getByRole('link', { name: 'Workflows', exact: true });
  await see('item in the sidebar', item);
  await item.first().click();
  await expect(page).toHaveURL(`${url}/workflows`);
  await see(
    '/workflows: header',
    page.getByRole('heading', { level: 1, name: 'Workflows' }),
  );
  for (const name of ['Workflows', 'Executions', 'Incidents']) {
    await see(`/workflows: tab ${name}`, page.getByRole('tab', { name }));
  }
  await see('/workflows: empty list', page.getByText('No workflows yet'));
  await shoot('workflows');
}

/** Drawing brings styles and libraries of its own along. */
async function lookAtCanvas({ page, see, shoot }) {
  await page.getByRole('button', { name: 'Create workflow' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Tell the channel');
  await page.getByRole('button', { name: 'Create and draw' }).click();
  const node = page.locator('.react-flow__node');
  await see('builder: a node on the canvas', node);
  await expect(node.first()).toHaveCSS('position', 'absolute');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await see('builder: published', page.getByText('Version 1 is published'));
  const enabled = page.getByRole('checkbox', { name: 'Enabled' });
  await enabled.click();
  await expect(enabled, 'enabled').toBeChecked(PATIENCE);
  await shoot('builder');
}

async function lookAtEntity({ url, page, see, shoot, incident }) {
  await page.goto(`${url}/catalog/default/component/example-website`);
  const name = 'Incident workflows';
  // A tab of the classic entity page, a link of the new one.
  const tab = page
    .getByRole('tab', { name })
    .or(page.getByRole('link', { name }));
  await see('entity page: tab', tab);
  await tab.first().click();
  await expect(page).toHaveURL(/\/incident-workflows$/);
  await see('entity page: the incident in the tab', page.getByText(incident));
  await see('entity page: the finished run', page.getByText('Completed'));
  await shoot('entity');
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

function titleIn(tryOut) {
  return /"summary": "(.*?)"/.exec(tryOut)[1];
}
