import type {
  MetricsService,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/clock';
import { oldestDueMs } from '../database/dueLoop/oldestDueMs';
import { withinConcurrency } from '../database/operations/executions/withinConcurrency';

/**
 * Shows how long the oldest of what is due has waited for a worker, which is what
 * tells of a loop that stands still, whatever the reason. Asked whenever metrics
 * are collected; every backend shows the same. Gives a function that ends it.
 */
export function observeOldestDue(options: {
  metrics: MetricsService;
  knex: Knex;
  clock: DatabaseClock;
}): () => void {
  const { metrics, knex, clock } = options;
  const gauge = metrics.createObservableGauge('workflows.due.oldest_age', {
    unit: 's',
    description: 'How long the oldest of what is due has waited for a worker',
  });
  const observe: MetricsServiceObservableCallback = async result => {
    const executions = await oldestDueMs({
      knex,
      clock,
      table: 'workflow_executions',
      // What waits for a place among its workflow's runs is where it should be.
      narrow: due => withinConcurrency(knex, due),
    });
    const deliveries = await oldestDueMs({
      knex,
      clock,
      table: 'incident_deliveries',
    });
    result.observe(executions / 1_000, { 'workflows.queue': 'executions' });
    result.observe(deliveries / 1_000, { 'workflows.queue': 'deliveries' });
  };
  gauge.addCallback(observe);
  return () => gauge.removeCallback(observe);
}
