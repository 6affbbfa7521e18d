import { CloudEvent, Mode, emitterFor, httpTransport } from 'cloudevents';
import { migratedDatabase, testDatabases } from '../../../testing/databases';
import { TOKEN, TestIntake } from '../../__testUtils__/TestIntake';

const SOURCES = {
  events: {
    type: 'cloudevents',
    tokens: [TOKEN],
    types: {
      'example.outage.started': 'triggered',
      'example.outage.ended': 'resolved',
    },
    fields: {
      incidentKey: 'subject',
      title: 'data.what',
      service: 'data.hall.name',
      description: 'details',
    },
  },
};

const outage = (fields: Partial<ConstructorParameters<typeof CloudEvent>[0]>) =>
  new CloudEvent({
    source: '/plants/berlin',
    type: 'example.outage.started',
    subject: 'outages/Überlast',
    time: '2026-11-22T10:00:00.000Z',
    details: '100 % of hall 3',
    data: { what: 'Power is out – 💡', hall: { name: 'hall-3' } },
    ...fields,
  });

describe("the CloudEvents project's own SDK", () => {
  const databases = testDatabases();
  let intake: TestIntake;

  afterEach(() => intake.stop());

  const emitter = (mode: Mode) => {
    const emit = emitterFor(httpTransport(`${intake.url}/hooks/events`), {
      mode,
    });
    return async (event: CloudEvent<any>) => {
      const answer: any = await emit(event, {
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      return JSON.parse(answer.body).status;
    };
  };

  it.each(
    databases
      .eachSupportedId()
      .flatMap(([id]) =>
        [Mode.BINARY, Mode.STRUCTURED].map(mode => [mode, id] as const),
      ),
  )('begins and ends an incident in %s mode, on %s', async (mode, id) => {
    const knex = await migratedDatabase(databases, id);
    intake = await TestIntake.start({ knex, sources: SOURCES });
    const emit = emitter(mode);
    const started = outage({ id: 'a' });
    expect(await emit(started)).toBe('accepted');
    expect(await emit(started)).toBe('duplicate');
    expect(await emit(outage({ id: 'b', type: 'example.lunch' }))).toBe(
      'accepted',
    );
    await intake.settled();
    const [incident] = await knex('incidents');
    expect(incident).toMatchObject({
      incident_key: 'outages/Überlast',
      title: 'Power is out – 💡',
      status: 'triggered',
    });

    expect(
      await emit(
        outage({
          id: 'c',
          type: 'example.outage.ended',
          time: '2026-11-22T10:05:00.000Z',
        }),
      ),
    ).toBe('accepted');
    await intake.settled();
    const incidents = await knex('incidents');
    expect(incidents).toEqual([
      expect.objectContaining({ status: 'resolved', episode: 1 }),
    ]);
    const ignored = await knex('incident_deliveries').where('state', 'ignored');
    expect(ignored).toHaveLength(1);
  });
});
