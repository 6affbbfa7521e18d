import { createBackendModule } from '@backstage/backend-plugin-api';
import { secretRefSchema } from 'backstage-plugin-workflows-common';
import {
  ActionError,
  createWorkflowAction,
  workflowsActionsExtensionPoint,
} from 'backstage-plugin-workflows-node';
import { z } from 'zod';

const pageSchema = z.object({ id: z.string() });

export const pageAction = createWorkflowAction({
  id: 'acme:page',
  title: 'Page somebody',
  description: 'Calls the on-call engineer of a team.',
  schema: {
    config: z.strictObject({
      token: secretRefSchema.meta({ title: 'Token' }),
      team: z.string().min(1).meta({ title: 'Team' }),
      text: z.string().meta({ title: 'What to say' }),
    }),
    output: z.object({
      pageId: z.string().meta({ description: 'The id of the page.' }),
    }),
  },
  effect: 'keyed',
  prepare: ({ config: { token, ...page }, effectKey }) => ({
    method: 'POST',
    url: 'https://pager.example.com/pages',
    headers: { 'Content-Type': 'application/json' },
    auth: { type: 'bearer' as const, token },
    body: JSON.stringify({ ...page, key: effectKey }),
  }),
  async run({ request, egress, signal }) {
    const answer = await egress.fetch(request, { signal });
    if (answer.status !== 201) {
      throw new ActionError(
        `The pager answered ${answer.status}; check the team and the token.`,
        { code: 'http_status', retryable: answer.status >= 500 },
      );
    }
    return { status: 'done', output: { pageId: idOf(answer.body) } };
  },
});

function idOf(body: string): string {
  try {
    return pageSchema.parse(JSON.parse(body)).id;
  } catch {
    throw new ActionError('The pager’s answer holds no id of a page.', {
      code: 'answer_unreadable',
      ambiguous: true,
    });
  }
}

export default createBackendModule({
  pluginId: 'workflows',
  moduleId: 'acme-actions',
  register(env) {
    env.registerInit({
      deps: { actions: workflowsActionsExtensionPoint },
      async init({ actions }) {
        actions.addAction(pageAction);
      },
    });
  },
});
