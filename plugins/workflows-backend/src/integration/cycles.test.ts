import {
  BackendProcess,
  PROCESS_DATABASES,
} from './__testUtils__/BackendProcess';
import { definition, webhook } from './__testUtils__/definitions';

jest.setTimeout(240_000);

describe.each(PROCESS_DATABASES)(
  'workflows that set each other off on $name',
  database => {
    let backend: BackendProcess;

    beforeAll(async () => {
      backend = await BackendProcess.create({
        database,
        workflows: {
          sources: {
            generic: {
              type: 'generic',
              insecure: true,
              fields: { incidentKey: 'id', title: 'title', service: 'service' },
            },
          },
          egress: { allow: ['127.0.0.1'] },
        },
      });
      await backend.start();
    });

    afterAll(async () => {
      await backend?.dispose();
    });

    /** Runs for every incident of a service, and makes one of the next service. */
    async function passOn(name: string, from: string[], to: string) {
      await backend.run(
        name,
        definition(
          [
            webhook('pass', `${backend.baseUrl}/api/workflows/hooks/generic`, {
              id: '{{ incident.incidentKey }}-{{ workflow.name }}',
              title: '{{ incident.title }}',
              service: to,
            }),
          ],
          ['start>pass'],
          {
            type: 'incident_created',
            conditions: [{ field: 'service', operator: 'in', value: from }],
          },
        ),
      );
    }

    it('are stopped where one comes again, and when they get too long', async () => {
      await passOn('A', ['start', 'one'], 'one');
      await passOn('B', ['one'], 'two');
      await passOn('C', ['one'], 'nowhere');
      await passOn('D', ['two'], 'three');
      await passOn('E', ['three'], 'four');

      const body = JSON.stringify({ id: '1', title: 't', service: 'start' });
      expect(await backend.hook('generic', body)).toBe(202);

      // A, then A again and B and C, then D, then E.
      const runs: any[] = await backend.finishedExecutions(6);
      const told = runs
        .map(run => [run.workflowName, run.status, run.reasonCode])
        .sort();
      expect(told).toEqual([
        ['A', 'COMPLETED', undefined],
        ['A', 'SKIPPED', 'chain_cycle'],
        ['B', 'COMPLETED', undefined],
        ['C', 'COMPLETED', undefined],
        ['D', 'COMPLETED', undefined],
        ['E', 'SKIPPED', 'chain_too_deep'],
      ]);
      const reasonOf = (name: string) =>
        runs.find(run => run.workflowName === name && run.status === 'SKIPPED')
          .reason;
      expect(reasonOf('A')).toBe(
        'Its own run led to the event that would start it again: "A" → "A".',
      );
      expect(reasonOf('E')).toBe(
        'At most 3 runs may lead to one another: "A" → "B" → "D" → "E".',
      );
    });
  },
);
