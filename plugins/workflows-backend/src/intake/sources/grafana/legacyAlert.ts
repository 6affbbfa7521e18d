import { InputError } from '@backstage/errors';
import type { IncidentStatus } from 'backstage-plugin-workflows-common';
import type { NormalisedDelivery } from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import { idText, looseText } from '../looseText';
import { parsePayload } from '../parsePayload';
import { said } from '../said';

/**
 * What the alerts of dashboards posted, which Grafana had up to version 10.
 * Nothing in it says when something happened, nor which of several times.
 */
const legacyAlertSchema = z.object({
  ruleId: idText,
  ruleName: looseText,
  ruleUrl: looseText,
  state: z.string(),
  title: looseText,
  message: looseText,
  imageUrl: looseText,
  tags: z.record(z.string(), z.string()).nullish(),
});

const STATUSES = new Map<string, IncidentStatus>([
  ['alerting', 'triggered'],
  ['no_data', 'triggered'],
  ['ok', 'resolved'],
]);

const IGNORED = new Map([
  ['pending', 'The rule is pending: it does not alert yet'],
  ['paused', 'The rule was paused'],
]);

export function isLegacyAlert(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    !Object.hasOwn(body, 'alerts') &&
    Object.hasOwn(body, 'ruleId')
  );
}

/** One rule is one incident. */
export function normaliseLegacyAlert(
  body: unknown,
  receivedAt: string,
): NormalisedDelivery {
  const { ruleId, state, tags, ...alert } = parsePayload(
    legacyAlertSchema,
    body,
  );
  const ignored = IGNORED.get(state);
  if (ignored) {
    return { ignored };
  }
  const status = STATUSES.get(state);
  if (!status) {
    throw new InputError(`state: '${state.slice(0, 100)}' is not known`);
  }
  const { severity, priority, service, team } = tags ?? {};
  return {
    events: [
      {
        incidentKey: `rule:${ruleId}`,
        occurredAt: receivedAt,
        patch: said({
          status,
          title: alert.ruleName ?? alert.title,
          description: alert.message,
          severity,
          priority,
          service,
          team,
          url: alert.ruleUrl,
          labels: tags,
          metadata: said({ imageURL: alert.imageUrl }),
        }),
      },
    ],
  };
}
