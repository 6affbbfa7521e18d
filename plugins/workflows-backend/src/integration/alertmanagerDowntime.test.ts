import { Alertmanager, findAlertmanager } from './__testUtils__/Alertmanager';
import {
  BackendProcess,
  PROCESS_DATABASES,
} from './__testUtils__/BackendProcess';
import { Receiver } from './__testUtils__/Receiver';
import { definition, webhook } from './__testUtils__/definitions';
import { eventually } from './__testUtils__/eventually';

jest.setTimeout(300_000);

const TOKEN = 'alertmanager-downtime-token';
const program = findAlertmanager();

// `.ci/run` installs it; elsewhere: apt-get install prometheus-alertmanager.
const describeWithAlertmanager = program ? describe : describe.skip;

describeWithAlertmanager(
  'the real Alertmanager and a backend that is down (skipped where no prometheus-alertmanager is on the PATH)',
  () => {
    it.each(PROCESS_DATABASES)(
      'gets told what it missed, once, and counts repeats for nothing, on $name',
      async database => {
        const receiver = await Receiver.start();
        const backend = await BackendProcess.create({
          database,
          workflows: {
            sources: {
              alertmanager: { type: 'alertmanager', tokens: [TOKEN] },
            },
            egress: { allow: [receiver.host] },
          },
        });
        const alertmanager = await Alertmanager.start({
          program: program!,
          hookUrl: `${backend.baseUrl}/api/workflows/hooks/alertmanager`,
          token: TOKEN,
          repeatInterval: '2s',
        });
        try {
          const url = `http://${receiver.host}`;
          await backend.start();
          await backend.run(
            'begin',
            definition([webhook('begin', `${url}/begin`)], ['start>begin']),
          );
          await backend.run(
            'over',
            definition([webhook('over', `${url}/over`)], ['start>over'], {
              type: 'state_changed',
              to: ['resolved'],
              conditions: [],
            }),
          );
          const startsAt = new Date().toISOString();
          const alerts = ['api-1', 'api-2'].map(instance => ({
            labels: { alertname: 'HighErrorRate', instance },
            annotations: { summary: `${instance} has errors` },
            startsAt,
          }));

          await backend.kill();
          await alertmanager.send(alerts);
          await refusedTwice(alertmanager);
          await backend.start();
          await backend.finishedExecutions(2);
          expect(await statuses(backend)).toEqual({
            'api-1 has errors': 'triggered',
            'api-2 has errors': 'triggered',
          });

          const kept = await deliveries(backend);
          const { all } = await alertmanager.requests();
          await eventually(
            () => alertmanager.requests(),
            requests => requests.all >= all + 2,
          );
          expect(await deliveries(backend)).toBe(kept);

          await backend.kill();
          const endsAt = new Date().toISOString();
          await alertmanager.send(alerts.map(alert => ({ ...alert, endsAt })));
          await refusedTwice(alertmanager);
          await backend.start();
          const runs = await backend.finishedExecutions(4);
          expect(await statuses(backend)).toEqual({
            'api-1 has errors': 'resolved',
            'api-2 has errors': 'resolved',
          });
          expect(
            runs
              .map((run: any) => `${run.workflowName}: ${run.incidentTitle}`)
              .sort(),
          ).toEqual([
            'begin: api-1 has errors',
            'begin: api-2 has errors',
            'over: api-1 has errors',
            'over: api-2 has errors',
          ]);
          expect(receiver.requests).toHaveLength(4);
        } finally {
          await alertmanager.stop();
          await backend.dispose();
          await receiver.stop();
        }
      },
    );
  },
);

/** Waits until Alertmanager tried in vain, and again. */
async function refusedTwice(alertmanager: Alertmanager): Promise<void> {
  const { failed } = await alertmanager.requests();
  await eventually(
    () => alertmanager.requests(),
    requests => requests.failed >= failed + 2,
  );
}

async function deliveries(backend: BackendProcess): Promise<number> {
  const { items } = await backend.api('/deliveries?limit=100');
  return items.length;
}

async function statuses(
  backend: BackendProcess,
): Promise<Record<string, string>> {
  const { items } = await backend.api('/incidents');
  return Object.fromEntries(
    items.map((item: { title: string; status: string }) => [
      item.title,
      item.status,
    ]),
  );
}
