import type { Page } from '@playwright/test';
import { backendUrl } from '../portal/test';
import { violations } from './axe';
import { addByKey, announced, expect, node, openNew, test } from './builder';
import { inTheme, picture } from './picture';

/** Tells of an incident as its source does, and waits until the portal knows it. */
async function anIncident(page: Page, title: string) {
  const sent = await page.request.post(
    `${backendUrl()}/api/workflows/hooks/generic`,
    {
      headers: { Authorization: 'Bearer dev-generic-token' },
      data: {
        id: title,
        state: 'open',
        summary: title,
        severity: 'critical',
        service: 'checkout',
      },
    },
  );
  expect(sent.status()).toBe(202);
  return title;
}

/** trigger → critical? –true→ webhook; –false→ delay */
async function draw(page: Page, name: string) {
  await openNew(page, name);
  await node(page, 'trigger').click();
  await addByKey(page, 'condition', 'condition_1');
  await addByKey(page, 'webhook', 'webhook_1');
  await node(page, 'webhook_1').dblclick();
  await page
    .getByLabel('Inspector')
    .getByRole('textbox', { name: /^URL/ })
    .fill('https://chat.example.com/{{ incident.severity }}');
  await node(page, 'condition_1').click();
  await addByKey(page, 'delay', 'delay_1');
  await page.keyboard.press('1');
}

const badge = (page: Page, id: string) => page.getByTestId(`path-${id}`);
const edge = (page: Page, id: string) =>
  page.locator(`.react-flow__edge[data-id="${id}"] .react-flow__edge-path`);

for (const theme of ['light', 'dark'] as const) {
  test(`a past incident is played on the canvas, in ${theme}`, async ({
    page,
    context,
  }) => {
    await inTheme(context, theme);
    const title = await anIncident(page, `Played ${theme} ${Date.now()}`);
    await draw(page, 'Playing');
    const requests: string[] = [];
    page.on('request', request => requests.push(request.url()));

    await page.getByTestId('try-workflow').click();
    const panel = page.getByRole('tabpanel', { name: 'Test' });
    await panel.getByRole('radio', { name: 'A past incident' }).click();
    await panel.getByRole('textbox', { name: 'Past incident' }).fill(title);
    await page.getByRole('option', { name: new RegExp(title) }).click();
    expect(await violations(page), 'before the test').toEqual([]);
    await panel.getByRole('button', { name: 'Test', exact: true }).click();

    await expect(announced(page)).toContainText('Nothing was sent');
    await expect(badge(page, 'webhook_1')).toHaveAttribute(
      'aria-label',
      'Completed',
    );
    await expect(badge(page, 'delay_1')).toHaveAttribute(
      'aria-label',
      'Skipped',
    );
    await expect(edge(page, 'condition_1:true>webhook_1')).toHaveClass(
      /path-taken/,
    );
    await expect(edge(page, 'condition_1:false>delay_1')).toHaveClass(
      /path-untaken/,
    );
    await expect(node(page, 'webhook_1')).toHaveAccessibleName(/Completed/);

    await node(page, 'webhook_1').click();
    await expect(panel).toContainText('POST https://chat.example.com/critical');
    expect(await violations(page), 'a request').toEqual([]);
    await picture(page, `trying-${theme}`);
    await node(page, 'condition_1').click();
    await expect(panel).toContainText('Took the “true” way');
    await expect(panel).toContainText(
      'severity is "critical" · saw "critical"',
    );
    await picture(page, `trying-condition-${theme}`);

    // The step before it stays as tested.
    await page.getByRole('tab', { name: 'Inspector' }).click();
    await node(page, 'webhook_1').click();
    await page
      .getByLabel('Inspector')
      .getByRole('textbox', { name: /^URL/ })
      .fill('https://chat.example.com/changed');
    await expect(badge(page, 'webhook_1')).toHaveAttribute(
      'aria-label',
      /Changed since the test/,
    );
    await expect(badge(page, 'condition_1')).toHaveAttribute(
      'aria-label',
      'Completed',
    );
    await page.getByRole('tab', { name: 'Test' }).click();
    expect(await violations(page), 'a stale result').toEqual([]);
    await picture(page, `trying-stale-${theme}`);
    await panel.getByRole('button', { name: 'Test again' }).click();
    await expect(panel).toContainText('POST https://chat.example.com/changed');
    expect(requests.filter(url => url.includes('chat.example.com'))).toEqual(
      [],
    );
  });
}

test('a test is made, read and cleared with the keyboard alone, and nothing moves for who wants that', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await draw(page, 'Keyed');
  await page.getByTestId('try-workflow').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'Test' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'A sample' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(announced(page)).toContainText('the run would complete');
  await expect(page.getByTestId(/^path-/)).toHaveCount(4);

  const step = page.getByTestId('tried-webhook_1').getByRole('button').first();
  for (let i = 0; i < 15; i++) {
    if (await step.evaluate(at => at === document.activeElement)) {
      break;
    }
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(step).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByTestId('tried-webhook_1')).toContainText(
    'https://chat.example.com/critical',
  );
  await page.getByRole('button', { name: 'Clear the result' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId(/^path-/)).toHaveCount(0);
  await expect(announced(page)).toContainText('The result is cleared');
});

test('an incident is written, does not match, and matches; an output is pinned', async ({
  page,
}) => {
  await draw(page, 'Written');
  await node(page, 'trigger').click();
  await page.getByRole('button', { name: 'Add condition' }).first().click();
  await page
    .getByRole('listitem', { name: 'Condition 1' })
    .getByRole('textbox', { name: 'Value' })
    .fill('critical');
  await page.getByTestId('try-workflow').click();
  const panel = page.getByRole('tabpanel', { name: 'Test' });
  await panel.getByRole('radio', { name: 'One that you write' }).click();
  const text = panel.getByRole('textbox', { name: 'Incident as JSON' });
  await text.fill('{"severity": ');
  await expect(panel.getByText(/This is not a JSON object/)).toBeVisible();
  const run = panel.getByRole('button', { name: 'Test', exact: true });
  await expect(run).toBeDisabled();
  // The workflow is its team's, and so for what the team owns.
  await text.fill('{"title": "Slow", "severity": "warning"}');
  await run.click();
  await expect(panel).toContainText('the workflow is not for this incident');
  const incident = { title: 'Slow', entityRef: 'component:default/checkout' };
  await text.fill(JSON.stringify({ ...incident, severity: 'warning' }));
  await run.click();
  await expect(panel).toContainText(
    'not all of the trigger’s conditions hold for this incident',
  );
  await expect(badge(page, 'webhook_1')).toHaveAttribute(
    'aria-label',
    'Skipped',
  );
  await text.fill(JSON.stringify({ ...incident, severity: 'critical' }));
  await run.click();
  await expect(panel).toContainText('The trigger matches');

  await node(page, 'webhook_1').click();
  await panel.getByRole('button', { name: 'Pin another output…' }).click();
  await panel
    .getByRole('textbox', { name: 'Output as JSON' })
    .fill('{"status": 418}');
  await panel.getByRole('button', { name: 'Pin it' }).click();
  await expect(announced(page)).toContainText('is pinned');
  await panel.getByRole('button', { name: 'Test again' }).click();
  await expect(page.getByTestId('tried-webhook_1')).toContainText('418');
  await panel.getByRole('button', { name: 'Give a sample again' }).click();
  await expect(announced(page)).toContainText('is a sample again');
});
