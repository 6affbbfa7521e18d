import { createServiceFactory } from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { simpleDefinition } from '../testing/definitions';
import { insertTestExecution } from '../testing/insertTestExecution';
import { USERS, asUser, startPlugin } from '../testing/startPlugin';
import { testMetrics } from './testing/testMetrics';

describe('the plugin', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'gives its metrics to the metrics service, runs that a disable ends among them, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const { metrics, recorded, collect } = testMetrics();
      const { as } = await startPlugin({
        knex,
        features: [
          createServiceFactory({
            service: metricsServiceRef,
            deps: {},
            factory: () => metrics,
          }),
        ],
      });
      expect(await collect()).toEqual(
        ['executions', 'deliveries'].map(queue => ({
          name: 'workflows.due.oldest_age',
          value: 0,
          attributes: { 'workflows.queue': queue },
        })),
      );

      const admin = as(asUser(USERS.admin));
      const { body } = await admin.post('/workflows').send({
        name: 'Tell',
        description: 'Tells',
        definition: simpleDefinition(),
      });
      await insertTestExecution(knex, {
        workflow_id: body.id,
        status: 'WAITING',
      });
      await admin
        .post(`/workflows/${body.id}/disable`)
        .send({ waiting: 'cancel' })
        .expect(200);
      expect(recorded).toEqual([
        {
          name: 'workflows.executions.finished',
          value: 1,
          attributes: {
            'workflows.execution.status': 'CANCELLED',
            'workflows.execution.reason': 'workflow_disabled',
          },
        },
      ]);
    },
  );
});
