/*
 * A portal with the real plugins that our actions call, run as a process of its
 * own. Its parent may ask for what they hold, and have an answer of theirs lost.
 */
import { createBackend } from '@backstage/backend-defaults';
import { callsOf } from './callsOf';
import { deskPlugin } from './deskPlugin';
import { notificationRows } from './notificationRows';
import { answerQuestions } from './questions';

const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(notificationRows);
backend.add(callsOf('notifications', '/'));
backend.add(callsOf('scaffolder', '/v2/tasks'));
backend.add(deskPlugin);
backend.add(import('../../../index'));
answerQuestions();
backend.start();
