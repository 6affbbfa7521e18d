/*
 * `npm run demo:incident`: sends what a real Alertmanager sends when two alerts
 * of a group fire; with `--resolve`, what it sends when they are over.
 */
import { notification } from './demo/notification.mjs';
import { latestAlerts, rememberAlerts } from './demo/latestAlerts.mjs';

const portal = process.env.PORTAL_URL ?? 'http://localhost:3000';
const backend = process.env.BACKEND_URL ?? 'http://localhost:7007';
const token = process.env.ALERTMANAGER_TOKEN ?? 'dev-alertmanager-token';

async function main() {
  const resolve = process.argv.includes('--resolve');
  const startedAt = resolve ? latestAlerts() : new Date().toISOString();
  if (!startedAt) {
    return fail(
      'Nothing has been fired yet. Run npm run demo:incident first, then again with -- --resolve.',
    );
  }
  const body = notification({ startedAt, resolved: resolve });
  const hook = `${backend}/api/workflows/hooks/alertmanager`;
  const response = await fetch(hook, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'Alertmanager/0.28.0',
      Authorization: `Bearer ${token}`,
    },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (!response) {
    return fail(
      `Nothing answers on ${backend}. Start the portal with npm start, wait until it is up, and try again.`,
    );
  }
  if (!response.ok) {
    return fail(
      `The portal answered ${response.status}: ${await response.text()}`,
    );
  }
  rememberAlerts(startedAt);
  const titles = body.alerts.map(
    ({ annotations, labels }) => `  ${labels.severity}  ${annotations.summary}`,
  );
  console.log(`${resolve ? 'Resolved' : 'Fired'} two alerts for checkout:

${titles.join('\n')}

The incidents      ${portal}/workflows/incidents
The runs           ${portal}/workflows/executions
What was sent out  ${backend}/api/demo-receiver
${
  resolve
    ? ''
    : '\nOne workflow waits 30 seconds before it pages somebody. To resolve both:\n  npm run demo:incident -- --resolve\n'
}`);
  return 0;
}

function fail(message) {
  console.error(message);
  return 1;
}

main().then(code => process.exit(code));
