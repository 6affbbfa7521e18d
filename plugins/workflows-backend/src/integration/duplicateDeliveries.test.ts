import {
  BackendProcess,
  PROCESS_DATABASES,
} from './__testUtils__/BackendProcess';
import { Receiver } from './__testUtils__/Receiver';
import { definition, webhook } from './__testUtils__/definitions';
import { eventually } from './__testUtils__/eventually';

jest.setTimeout(240_000);

describe.each(PROCESS_DATABASES)('copies of a delivery on $name', database => {
  let receiver: Receiver;
  let backend: BackendProcess;

  beforeAll(async () => {
    receiver = await Receiver.start();
    backend = await BackendProcess.create({
      database,
      workflows: {
        sources: { alertmanager: { type: 'alertmanager', insecure: true } },
        egress: { allow: [receiver.host] },
      },
    });
    await backend.start();
    await backend.run(
      'tell',
      definition(
        [webhook('tell', `http://${receiver.host}/tell`)],
        ['start>tell'],
      ),
    );
  });

  afterAll(async () => {
    await backend?.dispose();
    await receiver?.stop();
  });

  it('make one incident, one execution and one request, also after a restart', async () => {
    const delivery = alertmanagerBody({ fingerprint: 'a1', value: '1' });
    const statuses = await Promise.all(
      Array.from({ length: 100 }, () => backend.hook('alertmanager', delivery)),
    );
    expect(statuses.filter(status => status === 202)).toHaveLength(1);
    expect(statuses.filter(status => status === 200)).toHaveLength(99);
    await backend.finishedExecutions(1);

    await backend.kill();
    await backend.start();
    expect(await backend.hook('alertmanager', delivery)).toBe(200);

    expect((await backend.api('/incidents')).items).toHaveLength(1);
    expect((await backend.api('/executions')).items).toHaveLength(1);
    expect(receiver.at('/tell')).toHaveLength(1);
  });

  it('that differ, of one incident, make one run', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        backend.hook(
          'alertmanager',
          alertmanagerBody({ fingerprint: 'b2', value: String(index) }),
        ),
      ),
    );
    expect(new Set(statuses)).toEqual(new Set([202]));
    await backend.finishedExecutions(2);
    // All hundred are processed before the runs are counted.
    await eventually(
      async () => (await backend.api('/deliveries?state=received')).items,
      waiting => waiting.length === 0,
    );
    expect((await backend.api('/incidents')).items).toHaveLength(2);
    expect((await backend.api('/executions')).items).toHaveLength(2);
    expect(receiver.at('/tell')).toHaveLength(2);
  });

  it('make one run of 1,000 from 20 connections while the backend is killed and started', async () => {
    const delivery = alertmanagerBody({ fingerprint: 'c3', value: '1' });
    const before = (await backend.api('/executions')).items.length;
    const answers: Array<number | 'no answer'> = [];
    let sent = 0;
    // As a sender does: what was not answered with 2xx is sent again.
    const connection = async () => {
      while (sent < 1_000) {
        sent += 1;
        let answer: number | 'no answer';
        do {
          answer = await backend
            .hook('alertmanager', delivery)
            .catch(() => 'no answer' as const);
          answers.push(answer);
          if (answer === 'no answer') {
            await new Promise(resolve => {
              setTimeout(resolve, 200);
            });
          }
        } while (answer !== 200 && answer !== 202);
      }
    };
    const connections = Promise.all(Array.from({ length: 20 }, connection));
    const sentAtLeast = (least: number) =>
      eventually(
        () => sent,
        count => count >= least,
      );
    for (const least of [100, 500]) {
      await sentAtLeast(least);
      await backend.kill();
      await backend.start();
    }
    await connections;

    expect(answers).toContain('no answer');
    // At most one was told that it is the first: its answer may be lost.
    expect(answers.filter(answer => answer === 202).length).toBeLessThan(2);
    expect(
      answers.filter(answer => answer === 200 || answer === 202),
    ).toHaveLength(1_000);
    await backend.finishedExecutions(before + 1);
    await eventually(
      async () => (await backend.api('/deliveries?state=received')).items,
      waiting => waiting.length === 0,
    );
    expect((await backend.api('/incidents')).items).toHaveLength(3);
    expect((await backend.api('/executions')).items).toHaveLength(before + 1);
  });
});

function alertmanagerBody(options: { fingerprint: string; value: string }) {
  return JSON.stringify({
    version: '4',
    groupKey: '{}:{alertname="Down"}',
    status: 'firing',
    receiver: 'portal',
    groupLabels: { alertname: 'Down' },
    commonLabels: { alertname: 'Down' },
    commonAnnotations: {},
    externalURL: 'http://alertmanager.example',
    truncatedAlerts: 0,
    alerts: [
      {
        status: 'firing',
        labels: { alertname: 'Down', severity: 'critical' },
        annotations: { summary: 'It is down', value: options.value },
        startsAt: '2026-11-22T10:00:00Z',
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: '',
        fingerprint: options.fingerprint,
      },
    ],
  });
}
