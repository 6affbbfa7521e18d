import {
  type ActionContext,
  ActionError,
  type ActionResult,
  type ProbeResult,
} from 'backstage-plugin-workflows-node';
import { callPort } from '../callPort';
import type { RunbookRequest } from './prepareRunbook';
import type { RunbookOutput } from './runbookAction';
import type { ActionsPort } from './RunbookPorts';
import { explainActionRefusal } from './explainActionRefusal';

type Context = Pick<
  ActionContext<RunbookRequest & { operation: 'action' }>,
  'logger' | 'request' | 'signal'
>;
const SERVICE = 'The actions registry';

/** Invokes an action of the registry, which answers when it is done. */
export async function invokeAction(
  actions: ActionsPort,
  context: Context,
): Promise<ActionResult<RunbookOutput>> {
  const { actionId, input } = context.request;
  const output = await callPort({
    call: () => actions.invoke(actionId, input),
    context,
    service: SERVICE,
    writes: true,
    explain: error => explainActionRefusal(error, actionId),
  });
  return { status: 'done', output: { output: output ?? null } };
}

/**
 * Nobody can see whether an action was invoked. One that says that it only reads,
 * or that twice is as once, may be invoked again.
 */
export async function mayRepeat(
  actions: ActionsPort,
  context: Context,
): Promise<ProbeResult<RunbookOutput>> {
  const { actionId } = context.request;
  const all = await callPort({
    call: () => actions.list(),
    context,
    service: SERVICE,
    writes: false,
  });
  const { readOnly, idempotent } =
    all.find(({ id }) => id === actionId)?.attributes ?? {};
  if (readOnly || idempotent) {
    return { found: false };
  }
  throw new ActionError(
    `Whether ${actionId} was done cannot be looked up, and it does not say that doing it twice is as good as once.`,
    { code: 'cannot_look' },
  );
}
