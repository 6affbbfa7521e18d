/*
 * The backend that is measured: what the plugin needs, with permissions, and a
 * parent that may ask for figures.
 */
import { createBackend } from '@backstage/backend-defaults';
import { StatementLog } from './StatementLog';

const statements = StatementLog.install();

const answers: Record<string, () => unknown> = {
  memory: heapMb,
  statements: () => statements.take(),
  cpu: cpuMs,
};

process.on('message', question => {
  const answer = answers[String(question)]?.();
  if (answer !== undefined) {
    process.send!({ answer });
  }
});

function heapMb(): number {
  global.gc!();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('../src/index'));
backend.start();
