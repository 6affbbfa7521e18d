/*
 * The backend that is measured: what the plugin needs, with permissions, and a
 * parent that may ask for figures.
 */
import { createBackend } from '@backstage/backend-defaults';
import { StatementLog } from './StatementLog';

const statements = StatementLog.install();

process.on('message', question => {
  if (question !== 'memory' && question !== 'statements') {
    return;
  }
  const answer = question === 'memory' ? heapMb() : statements.take();
  process.send!({ answer });
});

function heapMb(): number {
  global.gc!();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('../src/index'));
backend.start();
