import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { answerTo } from './questions';

/** A plugin with actions of its own, in Backstage's actions registry. */
export const deskPlugin = createBackendPlugin({
  pluginId: 'desk',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        registry: actionsRegistryServiceRef,
      },
      async init({ auth, catalog, registry }) {
        answerTo('known entities', async () => {
          const credentials = await auth.getOwnServiceCredentials();
          const { items } = await catalog.getEntities({}, { credentials });
          return items
            .filter(
              ({ kind, relations }) =>
                kind !== 'Location' &&
                (kind === 'Template' || relations?.length),
            )
            .map(entity => stringifyEntityRef(entity));
        });

        const reserved: Array<{ desk: number; by: string }> = [];
        let times = 0;
        answerTo('desks', () => reserved);

        registry.register({
          name: 'reserve',
          title: 'Reserve',
          description: 'Reserves a desk.',
          attributes: {
            destructive: false,
            idempotent: false,
            readOnly: false,
          },
          schema: {
            input: z => z.object({ desk: z.number() }),
            output: z => z.object({ desk: z.number(), by: z.string() }),
          },
          action: async ({ input: { desk }, credentials }) => {
            if (desk > 100) {
              throw new NotFoundError(`There is no desk ${desk}`);
            }
            const { subject: by } = credentials.principal as any;
            reserved.push({ desk, by });
            return { output: { desk, by } };
          },
        });

        registry.register({
          name: 'tidy',
          title: 'Tidy',
          description: 'Tidies a desk; fails the first time.',
          attributes: { destructive: false, idempotent: true, readOnly: false },
          schema: {
            input: z => z.object({}),
            output: z => z.object({ times: z.number() }),
          },
          action: async () => {
            times += 1;
            if (times === 1) {
              throw new Error('The broom broke');
            }
            return { output: { times } };
          },
        });

        registry.register({
          name: 'move',
          title: 'Move',
          description: 'Moves a desk, and says nonsense.',
          schema: {
            input: z => z.object({}),
            output: z => z.object({ to: z.string() }),
          },
          action: async () => {
            reserved.push({ desk: 0, by: 'mover' });
            return { output: { to: 7 as unknown as string } };
          },
        });
      },
    });
  },
});
