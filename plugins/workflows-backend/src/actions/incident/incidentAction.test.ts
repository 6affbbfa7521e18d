import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { IncidentConfig } from 'backstage-plugin-workflows-common';
import {
  mockActionContext,
  mockPrepareOptions,
  testWorkflowAction,
} from 'backstage-plugin-workflows-node/testUtils';
import { incidentConfigSchema } from 'backstage-plugin-workflows-common';
import { createIncidentAction } from './incidentAction';
import type { DeclaredIncident, IncidentPorts } from './IncidentPorts';

const KEY = '0190c0de-0000-7000-8000-00000000000e.step';
const EXECUTION = '0190c0de-0000-7000-8000-00000000000e';
const INCIDENT = '0190c0de-0000-7000-8000-000000000001';

const ports = {
  edit: jest.fn(),
  declare: jest.fn(),
  findDeclared: jest.fn(),
} satisfies IncidentPorts;
let now = 0;
beforeEach(() => {
  now = 1_000;
  ports.edit.mockReset().mockResolvedValue({});
  ports.declare.mockReset().mockResolvedValue({ deliveryId: 'd' });
  ports.findDeclared.mockReset().mockResolvedValue({
    state: 'processed',
    incidentId: 'i',
  } satisfies DeclaredIncident);
});

const action = createIncidentAction(ports, { now: () => now });
const update = (fields: Partial<IncidentConfig>) =>
  action.prepare(
    mockPrepareOptions({ config: { operation: 'update', ...fields } }),
  );
const contextOf = (request: ReturnType<typeof update>) =>
  mockActionContext({ request, effectKey: KEY });

testWorkflowAction({
  action,
  configs: {
    update: { config: { operation: 'update', severity: 'critical' } },
    declare: { config: { operation: 'declare', title: 'Fire' } },
  },
});

it('needs a title to declare an incident, by its schema', () => {
  expect(incidentConfigSchema.safeParse({ operation: 'declare' }).success).toBe(
    false,
  );
});

describe('the incident action', () => {
  it('edits the incident of its run, by the key, and says which run it was', async () => {
    const request = update({
      severity: ' critical ',
      priority: '',
      url: 'https://call.example/1',
      labels: { call: 'yes' },
      metadata: { call: { room: 7 } },
      entityRef: 'Component:checkout',
    });
    expect(await action.run(contextOf(request))).toEqual({
      status: 'done',
      output: { incidentId: INCIDENT },
    });
    expect(ports.edit).toHaveBeenCalledWith({
      incidentId: INCIDENT,
      editKey: KEY,
      patch: {
        severity: 'critical',
        url: 'https://call.example/1',
        labels: { call: 'yes' },
        metadata: { call: { room: 7 } },
      },
      entityRef: 'component:default/checkout',
      causedBy: EXECUTION,
    });
  });

  it('declares an incident by the inbox, and waits until it is processed', async () => {
    const request = action.prepare(
      mockPrepareOptions({
        config: { operation: 'declare', title: 'Fire', entityRef: '' },
      }),
    );
    ports.findDeclared.mockResolvedValueOnce({ state: 'waiting' });
    const context = contextOf(request);
    const waiting = await action.run(context);
    expect(waiting).toMatchObject({ status: 'waiting' });
    expect(ports.declare).toHaveBeenCalledWith({
      deliveryKey: KEY,
      event: {
        incidentKey: KEY,
        patch: { status: 'triggered', title: 'Fire' },
      },
      causedBy: EXECUTION,
    });
    const { token } = waiting as { token: any };
    expect(await action.check!(context, token)).toEqual({
      status: 'done',
      output: { incidentId: 'i' },
    });
    ports.findDeclared.mockResolvedValueOnce({ state: 'failed', error: 'No' });
    await expect(action.check!(context, token)).rejects.toMatchObject({
      code: 'not_declared',
      message: expect.stringContaining('process delivery d again'),
    });
    ports.findDeclared.mockResolvedValueOnce({ state: 'waiting' });
    now += 600_001;
    await expect(action.check!(context, token)).rejects.toMatchObject({
      message: expect.stringContaining('still waits'),
    });
  });

  it.each<[string, Partial<IncidentConfig>]>([
    ['all fields came out empty', { title: '', labels: {}, metadata: {} }],
    ['url: must be', { url: 'call.example' }],
    ['severity: ', { severity: 'x'.repeat(101) }],
    ['metadata.tickets: ', { metadata: { tickets: [] } }],
    ['metadata: must have', { metadata: { a: 'x'.repeat(20_000) } }],
    ['entityRef: ', { entityRef: 'checkout' }],
  ])('changes nothing when %s', (problem, fields) => {
    expect(() => update(fields)).toThrow(`Nothing was changed: ${problem}`);
  });

  it('declares nothing when its title comes out empty', () => {
    const config: IncidentConfig = { operation: 'declare', title: ' ' };
    expect(() => action.prepare(mockPrepareOptions({ config }))).toThrow(
      'title: came out empty',
    );
  });

  it('says that the incident is gone, and is in doubt without the database', async () => {
    ports.edit.mockRejectedValue(new NotFoundError('No incident'));
    await expect(
      action.run(contextOf(update({ team: 'a' }))),
    ).rejects.toMatchObject({ code: 'incident_gone', retryable: false });
    ports.edit.mockRejectedValue(new ServiceUnavailableError('Away'));
    const error = await action
      .run(contextOf(update({ team: 'a' })))
      .catch(e => e);
    expect(error).toMatchObject({
      name: 'ActionError',
      retryable: true,
      ambiguous: true,
    });
    expect(error).not.toHaveProperty('statusCode');
  });
});
