import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type ExplainedCondition,
  type ExplainedLeaf,
  type WebhookConfig,
  evaluate,
  getPath,
  isJsonValue,
} from 'backstage-plugin-workflows-common';

/** What an answer is judged by. */
export type SeenAnswer = {
  status: number;
  headers: Record<string, string>;
  body: JsonValue;
};

/** Why an answer is no success: its status, or a condition that does not hold. */
export type AnswerProblem =
  | 'status'
  | Pick<ExplainedLeaf, 'field' | 'operator'>;

/** Why an answer is no success by the config; `undefined` when it is one. Pure. */
export function problemOf(
  { success = {} }: Pick<WebhookConfig, 'success'>,
  answer: SeenAnswer,
): AnswerProblem | undefined {
  const { statuses = ['2xx'], conditions = [] } = success;
  if (!statuses.some(status => matchesStatus(status, answer.status))) {
    return 'status';
  }
  const explained = evaluate(
    { match: 'all', conditions },
    answer as unknown as JsonObject,
  );
  return explained.holds ? undefined : firstFailing(explained);
}

/** What the config keeps of an answer; a path that leads nowhere gives null. Pure. */
export function kept(
  keep: NonNullable<WebhookConfig['keep']>,
  answer: SeenAnswer,
): Record<string, JsonValue> {
  return Object.fromEntries(
    Object.entries(keep).map(([name, path]) => {
      const value = getPath(answer as unknown as JsonObject, path);
      return [name, value !== undefined && isJsonValue(value) ? value : null];
    }),
  );
}

function matchesStatus(pattern: string, status: number): boolean {
  return pattern.endsWith('xx')
    ? Math.floor(status / 100) === Number(pattern[0])
    : status === Number(pattern);
}

function firstFailing(
  explained: ExplainedCondition,
): Pick<ExplainedLeaf, 'field' | 'operator'> {
  if (!('conditions' in explained)) {
    return explained;
  }
  const failing = explained.conditions.find(({ holds }) => !holds);
  return failing
    ? firstFailing(failing)
    : { field: 'the group', operator: explained.match };
}
