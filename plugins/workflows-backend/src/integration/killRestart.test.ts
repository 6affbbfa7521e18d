import {
  BackendProcess,
  PROCESS_DATABASES,
} from './__testUtils__/BackendProcess';
import { Receiver } from './__testUtils__/Receiver';
import { definition, delay, webhook } from './__testUtils__/definitions';
import { eventually } from './__testUtils__/eventually';

jest.setTimeout(240_000);

describe.each(PROCESS_DATABASES)(
  'kill -9 in the middle of a run on $name',
  database => {
    let receiver: Receiver;
    let backend: BackendProcess;

    beforeAll(async () => {
      receiver = await Receiver.start();
      backend = await BackendProcess.create({
        database,
        workflows: {
          sources: {
            generic: {
              type: 'generic',
              insecure: true,
              fields: { incidentKey: 'id', title: 'title' },
            },
          },
          egress: { allow: [receiver.host] },
        },
      });
      await backend.start();
    });

    afterAll(async () => {
      await backend?.dispose();
      await receiver?.stop();
    });

    it('ends the run as it should after a start', async () => {
      await backend.run(
        'three calls',
        definition(
          [
            webhook('first', `http://${receiver.host}/first`),
            webhook('slow', `http://${receiver.host}/slow`),
            delay('pause', '1s'),
            webhook('last', `http://${receiver.host}/last`),
          ],
          ['start>first', 'first>slow', 'slow>pause', 'pause>last'],
        ),
      );
      receiver.silentAt = '/slow';
      expect(
        await backend.hook('generic', '{"id":"42","title":"Disk full"}'),
      ).toBe(202);

      // The kill comes while the second call waits for its answer.
      await eventually(
        () => receiver.at('/slow').length,
        count => count > 0,
      );
      await backend.kill();
      receiver.silentAt = undefined;
      await backend.start();

      const [run] = await backend.finishedExecutions(1);
      expect(run.status).toBe('COMPLETED');
      // What was recorded is not done again; what was in flight is, with the same bytes.
      expect(receiver.at('/first')).toHaveLength(1);
      expect(receiver.at('/last')).toHaveLength(1);
      const slow = receiver.at('/slow');
      expect(slow.length).toBeGreaterThanOrEqual(1);
      expect(slow.length).toBeLessThanOrEqual(2);
      for (const request of slow) {
        expect(request.body).toBe('{"key":"42","title":"Disk full"}');
        expect(request.headers['idempotency-key']).toBe(
          slow[0].headers['idempotency-key'],
        );
      }
    });
  },
);
