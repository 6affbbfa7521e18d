import { Alertmanager, findAlertmanager } from './__testUtils__/Alertmanager';
import { BackendProcess } from './__testUtils__/BackendProcess';
import { Receiver } from './__testUtils__/Receiver';
import { condition, definition, webhook } from './__testUtils__/definitions';
import { eventually } from './__testUtils__/eventually';

jest.setTimeout(240_000);

const TOKEN = 'alertmanager-integration-token';
const program = findAlertmanager();

// `.ci/run` installs it; elsewhere: apt-get install prometheus-alertmanager.
const describeWithAlertmanager = program ? describe : describe.skip;

describeWithAlertmanager(
  'the real Alertmanager (skipped where no prometheus-alertmanager is on the PATH)',
  () => {
    let receiver: Receiver;
    let backend: BackendProcess;
    let alertmanager: Alertmanager;

    beforeAll(async () => {
      receiver = await Receiver.start();
      backend = await BackendProcess.create({
        database: { name: 'SQLite' },
        workflows: {
          sources: { alertmanager: { type: 'alertmanager', tokens: [TOKEN] } },
          egress: { allow: [receiver.host] },
        },
      });
      await backend.start();
      alertmanager = await Alertmanager.start({
        program: program!,
        hookUrl: `${backend.baseUrl}/api/workflows/hooks/alertmanager`,
        token: TOKEN,
      });
    });

    afterAll(async () => {
      await alertmanager?.stop();
      await backend?.dispose();
      await receiver?.stop();
    });

    it('fires a group of two, resolves one, then the other', async () => {
      const url = `http://${receiver.host}`;
      await backend.run(
        'branch by severity',
        definition(
          [
            condition('critical', { field: 'severity', value: 'critical' }),
            webhook('page', `${url}/page`),
            webhook('note', `${url}/note`),
          ],
          ['start>critical', 'critical:true>page', 'critical:false>note'],
        ),
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
      const alert = (instance: string, severity: string) => ({
        labels: { alertname: 'HighErrorRate', instance, severity },
        annotations: { summary: `${instance} has errors` },
        startsAt,
      });
      const first = alert('api-1', 'critical');
      const second = alert('api-2', 'warning');

      await alertmanager.send([first, second]);
      await eventually(
        () => receiver.requests.length,
        count => count >= 2,
      );
      expect(titlesAt(receiver, '/page')).toEqual(['api-1 has errors']);
      expect(titlesAt(receiver, '/note')).toEqual(['api-2 has errors']);

      await alertmanager.send([{ ...first, endsAt: new Date().toISOString() }]);
      await eventually(
        () => receiver.at('/over').length,
        count => count >= 1,
      );
      expect(await statuses(backend)).toEqual({
        'api-1 has errors': 'resolved',
        'api-2 has errors': 'triggered',
      });

      await alertmanager.send([
        { ...second, endsAt: new Date().toISOString() },
      ]);
      await eventually(
        () => receiver.at('/over').length,
        count => count >= 2,
      );
      expect(await statuses(backend)).toEqual({
        'api-1 has errors': 'resolved',
        'api-2 has errors': 'resolved',
      });

      const runs = await backend.finishedExecutions(4);
      expect(
        runs
          .map(
            (run: any) =>
              `${run.workflowName}: ${run.incidentTitle} ${run.status}`,
          )
          .sort(),
      ).toEqual([
        'branch by severity: api-1 has errors COMPLETED',
        'branch by severity: api-2 has errors COMPLETED',
        'over: api-1 has errors COMPLETED',
        'over: api-2 has errors COMPLETED',
      ]);
      expect(receiver.requests).toHaveLength(4);
    });
  },
);

function titlesAt(receiver: Receiver, path: string): string[] {
  return receiver.at(path).map(request => JSON.parse(request.body).title);
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
