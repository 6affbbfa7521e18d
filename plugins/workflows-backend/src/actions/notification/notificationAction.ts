import type { NotificationService } from '@backstage/plugin-notifications-node';
import { notificationConfigSchema } from 'backstage-plugin-workflows-common';
import {
  type ActionContext,
  ActionError,
  createWorkflowAction,
} from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import { callPort } from '../callPort';
import type { FindUser } from './findUser';
import {
  type NotificationRequest,
  prepareNotification,
} from './prepareNotification';

const outputSchema = z.object({
  recipients: z.array(z.string()).meta({
    description: 'The entity refs of those who were notified.',
    examples: [['group:default/payments']],
  }),
});

/** What the action needs of the portal. */
export interface NotificationPorts {
  notifications: Pick<NotificationService, 'send'>;
  findUser: FindUser;
}

/**
 * A notification in Backstage. The notifications plugin replaces one by another
 * with its scope, which holds the key: sent twice, it is there once.
 */
export function createNotificationAction(ports: NotificationPorts) {
  return createWorkflowAction({
    id: 'notification',
    title: 'Notification',
    description:
      'Notifies the owner, the assignee, users and groups in Backstage.',
    schema: { config: notificationConfigSchema, output: outputSchema },
    effect: 'keyed',
    prepare: prepareNotification,
    sampleOutput: ({ recipients = [] }) => ({ recipients }),
    async run(context) {
      const { assignee, payload, recipients } =
        context.request as NotificationRequest;
      const user = assignee && (await findUser(ports, assignee, context));
      const entityRef = [...new Set([...recipients, ...(user ? [user] : [])])];
      if (entityRef.length === 0) {
        throw new ActionError(
          `Nobody was notified: the catalog has no user, or more than one, that is called "${assignee}".`,
          { code: 'nobody_to_notify' },
        );
      }
      await callPort({
        call: () =>
          ports.notifications.send({
            recipients: { type: 'entity', entityRef },
            payload,
          }),
        context,
        service: 'The notifications plugin',
        writes: true,
        explain,
      });
      return { status: 'done', output: { recipients: entityRef } };
    },
  });
}

function findUser(
  ports: NotificationPorts,
  assignee: string,
  context: Pick<ActionContext, 'logger' | 'signal'>,
) {
  return callPort({
    call: () => ports.findUser(assignee),
    context,
    service: 'The catalog',
    writes: false,
  });
}

/** The service says no more than this. */
function explain({ message }: Error): ActionError | undefined {
  const status = Number(/status (\d{3})/.exec(message)?.[1]);
  if (status === 404) {
    return new ActionError(
      'Nobody was notified: this portal has no notifications plugin; ask its administrators.',
      { code: 'not_installed' },
    );
  }
  return status >= 400 && status < 500 && status !== 429
    ? new ActionError(
        `The notifications plugin refused the notification with status ${status}; its log says why.`,
        { code: 'refused' },
      )
    : undefined;
}
