import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  type FoldedIncident,
  INCIDENT_STATUSES,
  type Incident,
  type OrderedIncidentEvent,
  compareEvents,
  foldIncident,
} from 'backstage-plugin-workflows-common';
import fc from 'fast-check';
import { EntityResolver } from '../catalog/EntityResolver';
import { EntityRules } from '../catalog/EntityRules';
import { ManualClock } from '../database/clock';
import { claimDue } from '../database/dueLoop/claimDue';
import { insertDeliveries } from '../database/operations/deliveries/insertDeliveries';
import { requeueDelivery } from '../database/operations/deliveries/requeueDelivery';
import type { IncidentDeliveryRow } from '../database/rows';
import { eventContext } from '../matcher/eventContext';
import { RunnableWorkflows } from '../matcher/RunnableWorkflows';
import { firedTriggers } from '../matcher/triggers';
import { migratedDatabase, testDatabases } from '../testing/databases';
import { DeliveryProcessor } from './DeliveryProcessor';
import { EventWriter } from './EventWriter';
import { addWorkflow } from './__testUtils__/addWorkflow';
import type { ConfiguredSource } from './readSources';
import { silentDriver } from '../testing/silentDriver';

const T0 = Date.parse('2026-01-01T00:00:00Z');
const at = (minute: number) => new Date(T0 + minute * 60_000).toISOString();

/** What an incident's deliveries say; several may share a time. */
const sayings = fc.array(
  fc.record(
    {
      minute: fc.nat(5),
      status: fc.constantFrom(...INCIDENT_STATUSES),
      title: fc.constantFrom('one', 'two'),
    },
    { requiredKeys: ['minute'] },
  ),
  { minLength: 1, maxLength: 8 },
);

/** The places of the deliveries in an order of arrival, each at least once. */
const arrivals = sayings.chain(said =>
  fc.record({
    said: fc.constant(said),
    order: fc.shuffledSubarray([...said.keys(), ...said.keys()], {
      minLength: said.length * 2,
    }),
  }),
);

type Saying = { minute: number; status?: Incident['status']; title?: string };

const toEvent = (
  { minute, status, title }: Saying,
  place: number,
  incidentKey = 'k',
): OrderedIncidentEvent => ({
  incidentKey,
  occurredAt: at(minute),
  orderKey: `d${place}:0`,
  patch: { ...(status && { status }), ...(title && { title }) },
});

const toIncident = (folded: FoldedIncident): Incident => ({
  ...folded,
  id: 'i',
  sourceId: 's',
  incidentKey: 'k',
  createdAt: at(0),
  updatedAt: at(0),
});

/** What the arrivals set off, one after the other; copies are known by their key. */
function replay(said: Saying[], order: number[]) {
  const seen: OrderedIncidentEvent[] = [];
  const fired: Array<{
    trigger: ReturnType<typeof firedTriggers>[number];
    by: OrderedIncidentEvent;
    seen: OrderedIncidentEvent[];
    before?: FoldedIncident;
  }> = [];
  for (const place of order) {
    const event = toEvent(said[place], place);
    if (!seen.some(({ orderKey }) => orderKey === event.orderKey)) {
      const before = foldIncident(seen);
      seen.push(event);
      const context = eventContext({
        before: before && toIncident(before),
        after: toIncident(foldIncident(seen)!),
      });
      for (const trigger of firedTriggers(context)) {
        fired.push({ trigger, by: event, seen: [...seen], before });
      }
    }
  }
  return { incident: foldIncident(seen)!, fired };
}

describe('deliveries of an incident in any order and number', () => {
  it('fold to the same incident, with one creation for each episode', () => {
    fc.assert(
      fc.property(arrivals, ({ said, order }) => {
        const { incident, fired } = replay(said, order);
        expect(incident).toEqual(
          foldIncident(said.map((saying, place) => toEvent(saying, place))),
        );
        const created = fired.flatMap(({ trigger }) =>
          trigger.type === 'incident_created' ? [trigger.episode] : [],
        );
        expect(created).toEqual(
          Array.from({ length: incident.episode }, (_, index) => index + 1),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('change the state only when it is another, and never to one that was left', () => {
    fc.assert(
      fc.property(arrivals, ({ said, order }) => {
        const changes = replay(said, order).fired.flatMap(
          ({ trigger, ...arrival }) =>
            trigger.type === 'state_changed'
              ? [{ ...trigger, ...arrival }]
              : [],
        );
        for (const { from, to, by, seen, before } of changes) {
          expect(from).not.toBe(to);
          expect(from).toBe(before!.status);
          // Whoever fires it is the last word on the status.
          const last = seen
            .filter(({ patch }) => patch.status)
            .sort(compareEvents)
            .at(-1)!;
          expect(last.orderKey).toBe(by.orderKey);
          expect(to).toBe(last.patch.status);
        }
      }),
      { numRuns: 500 },
    );
  });

  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'do so through the database on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const clock = new ManualClock();
      const logger = mockServices.logger.mock();
      // Each delivery is one event, as it is.
      const source: ConfiguredSource = {
        id: 's',
        type: 'test',
        insecure: true,
        topics: [],
        source: {
          verify: () => {},
          deliveryKey: () => '',
          normalise: ({ body }) => ({ events: [body as never] }),
        },
      };
      const processor = DeliveryProcessor.create({
        knex,
        clock,
        logger,
        sources: new Map([['s', source]]),
        resolver: EntityResolver.create({
          catalog: catalogServiceMock(),
          auth: mockServices.auth(),
        }),
        writer: EventWriter.create({
          knex,
          clock,
          driver: silentDriver,
          rules: EntityRules.create({ rules: [] }),
          workflows: RunnableWorkflows.create(),
          onWritten: () => {},
        }),
      });
      const created = await addWorkflow({ knex, name: 'created' });
      const changed = await addWorkflow({
        knex,
        name: 'changed',
        trigger: { type: 'state_changed', conditions: [] },
      });
      let incidents = 0;
      await fc.assert(
        fc.asyncProperty(arrivals, async ({ said, order }) => {
          const incidentKey = `k${incidents++}`;
          const kept = new Map<number, string>();
          for (const place of order) {
            const { orderKey, ...event } = toEvent(
              said[place],
              place,
              incidentKey,
            );
            const known = kept.get(place);
            if (known) {
              await requeueDelivery({ knex, clock, id: known });
            } else {
              const delivery = {
                sourceId: 's',
                deliveryKey: `${incidentKey} d${place}`,
                body: JSON.stringify(event),
                headers: {},
              };
              const [inserted] = await insertDeliveries({
                knex,
                clock,
                deliveries: [delivery],
                timeoutMs: 2_000,
              });
              kept.set(place, inserted!);
            }
            const [row] = await claimDue<IncidentDeliveryRow>({
              knex,
              clock,
              table: 'incident_deliveries',
              leaseMs: 10_000,
              limit: 1,
            });
            await processor.process(row);
          }

          const expected = replay(said, order);
          const row = await knex('incidents')
            .where({ incident_key: incidentKey })
            .first();
          expect(JSON.parse(row.folded)).toMatchObject({
            ...expected.incident,
            title: said.some(({ title }) => title)
              ? expected.incident.title
              : incidentKey,
          });
          expect(
            await knex('incident_events').where({ incident_id: row.id }),
          ).toHaveLength(said.length);
          const runs = await knex('workflow_executions')
            .where({ incident_id: row.id })
            .orderBy('id');
          const of = (workflow: string) =>
            runs.filter(run => run.workflow_id === workflow);
          expect(of(created)).toHaveLength(expected.incident.episode);
          expect(
            of(changed).map(run => JSON.parse(run.trigger_context).change),
          ).toEqual(
            expected.fired.flatMap(({ trigger }) =>
              trigger.type === 'state_changed'
                ? [{ from: trigger.from, to: trigger.to }]
                : [],
            ),
          );
        }),
        { numRuns: 25 },
      );
    },
  );
});
