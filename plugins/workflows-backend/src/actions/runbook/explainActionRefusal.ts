import { ActionError } from 'backstage-plugin-workflows-node';
import { oneLine } from '../http/oneLine';
import { explainRefusal } from './explainRefusal';
import { RefusedError } from './RefusedError';

const MAX_REASON = 500;

/**
 * What a refusal by the actions registry means; `undefined` of an error that may
 * pass away. The registry hands on what the action itself throws, and looks at the
 * output when all is done: not every refusal says that nothing was done.
 */
export function explainActionRefusal(
  error: Error,
  actionId: string,
): ActionError | undefined {
  if (!(error instanceof RefusedError)) {
    return undefined;
  }
  const { refusedWith } = error;
  const reason = readableReason(error.reason);
  if (refusedWith === 400 && said(reason, 'Invalid output from action')) {
    return new ActionError(
      `${actionId} was carried out, but what it gave back is not what it declares: ${detailOf(
        reason,
      )}. Ask the owners of its plugin.`,
      { code: 'answer_unreadable', ambiguous: true },
    );
  }
  if (refusedWith === 404 && reason === `Action "${actionId}" not found`) {
    return new ActionError(
      `${actionId} was not started: the portal has no such action. Check its name, that its plugin is installed, and that backend.actions lets it be seen.`,
      { code: 'refused' },
    );
  }
  const before =
    [401, 403, 429].includes(refusedWith) ||
    said(reason, 'Invalid input to action');
  if (before || refusedWith >= 500) {
    return explainRefusal(new RefusedError(refusedWith, reason), actionId);
  }
  return new ActionError(
    `${actionId} failed (${refusedWith}): ${
      reason || 'it does not say why'
    }. Check what it is given.`,
    { code: 'refused' },
  );
}

function said(reason: string, beginning: string): boolean {
  return reason.startsWith(beginning);
}

function detailOf(reason: string): string {
  return reason.split('; ').slice(1).join('; ') || reason;
}

/** The registry puts the list of a schema's issues after its message, as JSON. */
function readableReason(text: string): string {
  const [message, cause] = text.split('; caused by ', 2);
  return oneLine(
    [message, ...(cause === undefined ? [] : issuesOf(cause))].join('; '),
    MAX_REASON,
  );
}

function issuesOf(cause: string): string[] {
  try {
    return JSON.parse(cause).map(
      ({ path, message }: { path: string[]; message: string }) =>
        path.length ? `${path.join('.')}: ${message}` : message,
    );
  } catch {
    return [cause];
  }
}
