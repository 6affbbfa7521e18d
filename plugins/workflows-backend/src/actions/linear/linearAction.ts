import { linearConfigSchema } from 'backstage-plugin-workflows-common';
import {
  type ActionContext,
  ActionError,
  type ActionResult,
  createWorkflowAction,
} from 'backstage-plugin-workflows-node';
import { asObject } from '../http/asObject';
import { callLinear } from './callLinear';
import { DOCUMENTS } from './documents';
import { type LinearOutput, linearOutputSchema, outputOf } from './output';
import { type LinearRequest, prepareLinear } from './prepareLinear';

/**
 * Issues in Linear, by our own GraphQL documents. The id of what is made follows
 * from the effect's key, and Linear takes an id once: sent again, it refuses, and
 * what is there already is the result.
 */
export const linearAction = createWorkflowAction({
  id: 'linear',
  title: 'Linear issue',
  description: 'Creates an issue in Linear, or comments on one.',
  schema: { config: linearConfigSchema, output: linearOutputSchema },
  effect: 'keyed',
  prepare: prepareLinear,
  sampleOutput: ({ issue = 'ENG-1' }) => {
    const url = `https://linear.app/sample/issue/${issue}`;
    return {
      key: issue,
      id: '00000000-0000-4000-8000-000000000000',
      url,
      ticket: { system: 'linear', key: issue, url },
    };
  },
  async run(context: ActionContext<LinearRequest>) {
    try {
      return await create(context);
    } catch (error) {
      // Whatever Linear calls a second issue of an id: the look-up tells.
      const mayExist =
        error instanceof ActionError &&
        ['not_accepted', 'server_error'].includes(error.code);
      const found = mayExist && (await find(context));
      if (found) {
        return found;
      }
      throw error;
    }
  },
});

async function create(
  context: ActionContext<LinearRequest>,
): Promise<ActionResult<LinearOutput>> {
  const { request } = context;
  const { data, response } = await callLinear(context, request.body);
  const [payload] = Object.values(data).map(asObject);
  const made = asObject(payload?.issue ?? payload?.comment);
  const output = outputOf(request, made);
  if (!output) {
    throw new ActionError(
      'Linear’s answer does not name what it made; the portal asks again with the same id.',
      { code: 'answer_unreadable', ambiguous: true, response },
    );
  }
  return done(request, output, response);
}

/** Looks for what an earlier attempt made. A refusal means that there is none. */
async function find(
  context: ActionContext<LinearRequest>,
): Promise<ActionResult<LinearOutput> | undefined> {
  const { request } = context;
  const query = DOCUMENTS[request.operation].find;
  const variables = { id: request.id };
  try {
    const { data, response } = await callLinear(
      context,
      JSON.stringify({ query, variables }),
    );
    const [found] = Object.values(data).map(asObject);
    const output = found && outputOf(request, found);
    return output && done(request, output, response);
  } catch (error) {
    if (error instanceof ActionError && error.code === 'not_accepted') {
      return undefined;
    }
    throw error;
  }
}

function done(
  { operation }: LinearRequest,
  output: LinearOutput,
  response: ActionError['response'],
): ActionResult<LinearOutput> {
  const tickets = operation === 'comment' ? [] : [output.ticket];
  return { status: 'done', output, response, tickets };
}
