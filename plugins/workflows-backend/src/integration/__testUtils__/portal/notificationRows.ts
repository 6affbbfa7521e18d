import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { answerTo } from './questions';

/** Tells the parent process what the notifications plugin has stored. */
export const notificationRows = createBackendModule({
  pluginId: 'notifications',
  moduleId: 'rows',
  register(env) {
    env.registerInit({
      deps: { database: coreServices.database },
      async init({ database }) {
        answerTo('notifications', async () => {
          const knex = await database.getClient();
          return knex('notification').select(
            'user',
            'title',
            'link',
            'origin',
            'severity',
            'topic',
            'scope',
          );
        });
      },
    });
  },
});
