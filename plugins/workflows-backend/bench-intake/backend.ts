/*
 * The backend that is measured: hooks, signature check and permissions, and a
 * parent that may ask for figures.
 */
import { channel } from 'node:diagnostics_channel';
import { createBackend } from '@backstage/backend-defaults';
import { MATCHED_CHANNEL } from '../src/matcher/observedMatch';

let matchMs: number[] = [];
channel(MATCHED_CHANNEL).subscribe(message => {
  matchMs.push((message as { ms: number }).ms);
});

const answers: Record<string, () => unknown> = {
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
  matches: () => {
    const taken = matchMs;
    matchMs = [];
    return taken;
  },
};

process.on('message', question => {
  const answer = answers[String(question)]?.();
  if (answer !== undefined) {
    process.send!({ answer });
  }
});

const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('../src/index'));
backend.start();
