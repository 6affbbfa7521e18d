import {
  type ActionContext,
  ActionError,
  type ActionResult,
  type ProbeContext,
  type ProbeResult,
} from 'backstage-plugin-workflows-node';
import { callPort } from '../callPort';
import { oneLine } from '../http/oneLine';
import { CLOCKS_APART_MS, startOfKey } from '../startOfKey';
import type { RunbookRequest } from './prepareRunbook';
import type { RunbookOutput } from './runbookAction';
import type { ScaffolderPort, ScaffolderTask } from './RunbookPorts';
import { explainRefusal } from './explainRefusal';

type TemplateRequest = RunbookRequest & { operation: 'template' };
type Context = Pick<
  ActionContext<TemplateRequest>,
  'effectKey' | 'logger' | 'request' | 'signal'
>;
/** Of a task that is waited for. */
export type TaskToken = { taskId: string; until: number };

type Done = Extract<ActionResult<RunbookOutput>, { status: 'done' }>;

const LOOK_AGAIN_MS = 10_000;
/** The scaffolder may still be at work on a request that was cut off. */
const SETTLED_MS = 10_000;
const PER_PAGE = 100;
/** Of tasks that are younger than the run; a person looks through more. */
const MAX_PAGES = 20;
const SERVICE = 'The scaffolder';

/** Starts the template's task. */
export async function startTask(
  scaffolder: ScaffolderPort,
  context: Context,
  nowMs: number,
): Promise<ActionResult<RunbookOutput>> {
  const { templateRef, values, deadlineMs } = context.request;
  const taskId = await callPort({
    call: () => scaffolder.start({ templateRef, values }, context.signal),
    context,
    service: SERVICE,
    writes: true,
    explain: error => explainRefusal(error, templateRef),
  });
  const token: TaskToken = { taskId, until: nowMs + deadlineMs };
  return { status: 'waiting', checkAfterMs: LOOK_AGAIN_MS, token };
}

/** Whether the task has ended, and how. */
export async function checkTask(
  scaffolder: ScaffolderPort,
  context: Context,
  token: TaskToken,
  nowMs: number,
): Promise<ActionResult<RunbookOutput>> {
  const task = await callPort({
    call: () => scaffolder.get(token.taskId, context.signal),
    context,
    service: SERVICE,
    writes: false,
  });
  return (
    (await settle(scaffolder, context, task, token.until, nowMs)) ?? {
      status: 'waiting',
      checkAfterMs: LOOK_AGAIN_MS,
      token,
    }
  );
}

/**
 * Looks for a task with the effect key among its parameters, from the newest one
 * back to the run's start. Only a task that has ended is found; another one is
 * asked for again.
 */
export async function findTask(
  scaffolder: ScaffolderPort,
  context: ProbeContext<TemplateRequest>,
  nowMs: number,
): Promise<ProbeResult<RunbookOutput>> {
  const { effectKey, request, sinceSentMs } = context;
  const { keyParameter, deadlineMs } = request;
  if (!keyParameter) {
    throw cannotLook(
      'because none of its parameters is given the effect key (keyParameter)',
    );
  }
  const task = await searchTasks(
    scaffolder,
    context,
    ({ parameters }) => parameters[keyParameter] === effectKey,
  );
  if (!task) {
    return sinceSentMs < SETTLED_MS
      ? { found: 'not yet', checkAfterMs: SETTLED_MS - sinceSentMs }
      : { found: false };
  }
  const until = task.createdAtMs + deadlineMs;
  const ended = await settle(scaffolder, context, task, until, nowMs);
  return ended
    ? { found: true, output: ended.output }
    : { found: 'not yet', checkAfterMs: LOOK_AGAIN_MS };
}

async function searchTasks(
  scaffolder: ScaffolderPort,
  context: Context,
  isIt: (task: ScaffolderTask) => boolean,
): Promise<ScaffolderTask | undefined> {
  const oldestMs = (startOfKey(context.effectKey) ?? 0) - CLOCKS_APART_MS;
  for (let page = 0; page < MAX_PAGES; page++) {
    const tasks = await callPort({
      call: () =>
        scaffolder.list(
          { limit: PER_PAGE, offset: page * PER_PAGE },
          context.signal,
        ),
      context,
      service: SERVICE,
      writes: false,
    });
    const found = tasks.find(isIt);
    const last = tasks.at(-1);
    if (found || !last || last.createdAtMs < oldestMs) {
      return found;
    }
  }
  throw cannotLook(`because there are more than ${MAX_PAGES * PER_PAGE} since`);
}

/** What a task that has ended gives; `undefined` of one that has not. */
async function settle(
  scaffolder: ScaffolderPort,
  context: Context,
  { id, status }: ScaffolderTask,
  until: number,
  nowMs: number,
): Promise<Done | undefined> {
  const link = `/create/tasks/${id}`;
  if (status === 'open' || status === 'processing') {
    if (nowMs > until) {
      throw new ActionError(
        `The template's task has not ended within its deadline; it goes on by itself, see ${link}.`,
        { code: 'deadline' },
      );
    }
    return undefined;
  }
  const { output, error } = await callPort({
    call: () => scaffolder.endOf(id, context.signal),
    context,
    service: SERVICE,
    writes: false,
  });
  if (status !== 'completed') {
    throw new ActionError(
      `The template's task ended as ${status}: ${
        oneLine(error ?? '', 500).replace(/\.$/, '') || 'it does not say why'
      }. Its log is at ${link}.`,
      { code: 'task_failed' },
    );
  }
  return {
    status: 'done',
    output: {
      taskId: id,
      link,
      ...(output !== undefined && { output }),
    },
  };
}

function cannotLook(why: string): ActionError {
  return new ActionError(
    `Whether the template was started cannot be looked up, ${why}.`,
    { code: 'cannot_look' },
  );
}
