import type { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import { workflowsPlugin } from '../plugin';

/** Users of tests by what they own. */
export const USERS = {
  /** In the team that owns most of the tests' workflows. */
  member: 'user:default/member',
  /** In another team. */
  stranger: 'user:default/stranger',
  /** Named in `workflows.admins`. */
  admin: 'user:default/admin',
} as const;

const GROUPS: Record<string, string[]> = {
  [USERS.member]: ['group:default/payments'],
  [USERS.stranger]: ['group:default/storefront'],
};

/** The plugin in a test backend, on a database of the caller's. */
export async function startPlugin(options: {
  knex: Knex;
  config?: JsonObject;
  entities?: Entity[];
  features?: BackendFeature[];
}) {
  const { knex, config, entities = [], features = [] } = options;
  const { server } = await startTestBackend({
    features: [
      workflowsPlugin,
      mockServices.rootConfig.factory({
        data: {
          workflows: {
            admins: [USERS.admin, 'external:ci'],
            sources: { test: { type: 'alertmanager', insecure: true } },
            ...config,
          },
        },
      }),
      mockServices.database.factory({ knex }),
      mockServices.userInfo.mock({
        getUserInfo: async credentials => {
          const { userEntityRef } = (
            credentials as ReturnType<typeof mockCredentials.user>
          ).principal;
          return {
            userEntityRef,
            ownershipEntityRefs: [
              userEntityRef,
              ...(GROUPS[userEntityRef] ?? []),
            ],
          };
        },
      }).factory,
      catalogServiceMock.factory({ entities }),
      ...features,
    ],
  });
  return { as: (header: string) => callsAs(server, header) };
}

export const asUser = (ref: string) => mockCredentials.user.header(ref);
export const asService = (subject: string) =>
  mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'workflows',
  });

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Requests to the plugin with one caller's credentials. */
function callsAs(server: Parameters<typeof request>[0], header: string) {
  const call = (method: Method) => (path: string) =>
    request(server)
      [method](`/api/workflows${path}`)
      .set('Authorization', header);
  return {
    get: call('get'),
    post: call('post'),
    put: call('put'),
    patch: call('patch'),
    delete: call('delete'),
  };
}
