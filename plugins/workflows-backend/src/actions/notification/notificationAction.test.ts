import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { NotificationConfig } from 'backstage-plugin-workflows-common';
import {
  mockActionContext,
  mockIncident,
  mockPrepareOptions,
  testWorkflowAction,
} from 'backstage-plugin-workflows-node/testUtils';
import { createFindUser } from './findUser';
import { createNotificationAction } from './notificationAction';

const user = (name: string, profile: object, namespace = 'default') => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace },
  spec: { profile, memberOf: [] },
});

const findUser = createFindUser({
  catalog: catalogServiceMock({
    entities: [
      user('jane', { email: 'jane@example.com', displayName: 'Jane Doe' }),
      user('john', { email: 'j@example.com' }),
      user('joan', { email: 'j@example.com' }, 'other'),
    ],
  }),
  auth: mockServices.auth(),
});

const send = jest.fn();
beforeEach(() => {
  send.mockReset().mockResolvedValue(undefined);
});

const action = createNotificationAction({ notifications: { send }, findUser });
const base: NotificationConfig = { title: 'Fire' };

const prepare = (config: Partial<NotificationConfig>, assignee?: string) =>
  action.prepare({
    ...mockPrepareOptions<NotificationConfig>({
      config: { ...base, ...config },
    }),
    incident: mockIncident({ assignee }),
  });

const run = (
  config: Partial<NotificationConfig>,
  assignee?: string,
  signal?: AbortSignal,
) =>
  action.run(
    mockActionContext({
      request: prepare(config, assignee),
      ...(signal && { signal }),
    }),
  );

testWorkflowAction({
  action,
  configs: {
    owner: { config: { ...base, owner: true } },
    others: {
      config: {
        ...base,
        assignee: true,
        recipients: ['user:default/jane', ''],
        description: 'It burns',
        link: 'https://example.com',
        severity: 'critical',
        topic: 'fires',
        scope: 'one',
      },
    },
  },
});

describe('the notification action', () => {
  it('prepares whom it is for, and what it says', () => {
    expect(
      prepare({
        owner: true,
        recipients: ['User:jane', 'group:payments', ' ', 'user:default/jane'],
        title: 'Line one\nline two',
        description: ' It burns ',
        severity: ' HIGH ',
      }),
    ).toEqual({
      recipients: ['group:default/payments', 'user:default/jane'],
      payload: {
        title: 'Line one line two',
        description: 'It burns',
        link: '/workflows/incidents/0190c0de-0000-7000-8000-000000000001',
        severity: 'high',
        topic: 'workflows',
        scope: 'workflows:0190c0de-0000-7000-8000-00000000000e.step',
      },
    });
  });

  it.each<[string, Partial<NotificationConfig>]>([
    ['there is nobody to notify', {}],
    ['there is nobody to notify', { assignee: true, recipients: [''] }],
    ['title', { owner: true, title: ' ' }],
    ['recipients', { recipients: ['jane'] }],
    ['severity', { owner: true, severity: 'P1' }],
    ['link', { owner: true, link: 'data:text/html,1' }],
    ['link', { owner: true, link: '//evil.example' }],
    ['link', { owner: true, link: 'incidents' }],
  ])('sends nothing when %s is wrong', (field, config) => {
    expect(() => prepare(config)).toThrow(`Nothing was sent: ${field}`);
  });

  it.each([
    ['user:default/jane', 'user:default/jane'],
    ['jane', 'user:default/jane'],
    ['jane@example.com', 'user:default/jane'],
  ])('finds the assignee %s in the catalog', async (assignee, ref) => {
    expect(await run({ assignee: true }, assignee)).toEqual({
      status: 'done',
      output: { recipients: [ref] },
    });
    expect(send).toHaveBeenCalledWith({
      recipients: { type: 'entity', entityRef: [ref] },
      payload: expect.objectContaining({ title: 'Fire' }),
    });
  });

  it('asks the catalog for display names, too', async () => {
    const getEntities = jest.fn().mockResolvedValue({ items: [] });
    const find = createFindUser({
      catalog: { getEntities } as any,
      auth: mockServices.auth(),
    });
    expect(await find('Jane Doe')).toBeUndefined();
    // The catalog's mock finds nothing by keys with capitals.
    expect(getEntities.mock.calls[0][0].filter).toContainEqual({
      kind: 'user',
      'spec.profile.displayName': 'Jane Doe',
    });
  });

  it.each(['j@example.com', 'nobody@example.com', 'user:default/ghost'])(
    'does not guess who %s is',
    async assignee => {
      await expect(run({ assignee: true }, assignee)).rejects.toMatchObject({
        code: 'nobody_to_notify',
        message: expect.stringContaining(assignee),
      });
      expect(send).not.toHaveBeenCalled();
      await run({ assignee: true, owner: true }, assignee);
      expect(send).toHaveBeenCalledTimes(1);
    },
  );

  it.each<[number | string, object]>([
    [404, { code: 'not_installed', retryable: false }],
    [400, { code: 'refused', retryable: false }],
    [503, { code: 'service_failed', retryable: true, ambiguous: true }],
    ['none', { code: 'service_failed', retryable: true, ambiguous: true }],
  ])('says what the service’s status %s means', async (status, expected) => {
    send.mockRejectedValue(
      Object.assign(
        new Error(
          `Failed to send notifications: Error: Request failed with status ${status}`,
        ),
        { status: 401 },
      ),
    );
    const error = await run({ owner: true }).catch(e => e);
    expect(error).toMatchObject({ name: 'ActionError', ...expected });
    expect(error).not.toHaveProperty('status');
  });

  it('ends with its signal, in doubt', async () => {
    const abort = new AbortController();
    send.mockImplementation(() => {
      abort.abort();
      return new Promise(() => {});
    });
    await expect(
      run({ owner: true }, undefined, abort.signal),
    ).rejects.toMatchObject({ code: 'timeout', ambiguous: true });
    send.mockClear();
    await expect(
      run({ owner: true }, undefined, abort.signal),
    ).rejects.toMatchObject({ code: 'timeout', ambiguous: false });
    expect(send).not.toHaveBeenCalled();
  });
});
