import { InputError } from '@backstage/errors';
import type {
  IncidentEvent,
  IncidentStatus,
} from 'backstage-plugin-workflows-common';
import { said } from '../said';
import { epochTime, isoTime } from '../sourceTime';
import type { DatadogPayload } from './datadogPayload';
import { datadogTags } from './datadogTags';
import { datadogTitle } from './datadogTitle';

/** By what `$ALERT_TRANSITION` says; a warning is an incident, too. */
const STATUSES = new Map<string, IncidentStatus>([
  ['triggered', 'triggered'],
  ['re-triggered', 'triggered'],
  ['no data', 'triggered'],
  ['re-no data', 'triggered'],
  ['warn', 'triggered'],
  ['re-warn', 'triggered'],
  ['renotify', 'triggered'],
  ['recovered', 'resolved'],
]);

/**
 * What a monitor says of the alert that it has. From the moment that an alert
 * triggers until it recovers it is one incident.
 *
 * @throws InputError that names what is missing or not understood
 */
export function datadogEvent(options: {
  payload: DatadogPayload;
  receivedAt: string;
  entityRef: (labels: Record<string, string>) => string | undefined;
}): IncidentEvent {
  const { payload, receivedAt } = options;
  const labels = datadogTags(payload.tags);
  const { service, team } = labels;
  const status = statusOf(payload);
  return {
    incidentKey: keyOf(payload),
    occurredAt: timeOf(payload) ?? receivedAt,
    ...said({ entityRef: options.entityRef(labels) }),
    patch: said({
      status,
      title: datadogTitle(payload.title ?? payload.summary),
      description: payload.message ?? payload.body,
      // The type of a recovery is success, which is no severity.
      severity:
        status === 'triggered'
          ? payload.alert_type ?? payload.level
          : undefined,
      priority: payload.priority ?? payload.annotations?.['datadog/priority'],
      service,
      team,
      url: payload.link ?? payload.links?.[0]?.href,
      labels,
      metadata: said({
        alertId: payload.alert_id,
        transition: payload.transition ?? payload.status,
        scope: payload.scope,
        metric: payload.metric,
        query: payload.query,
        hostname: payload.hostname,
        snapshot: payload.snapshot,
        organization: payload.organization,
      }),
    }),
  };
}

function keyOf(payload: DatadogPayload): string {
  const { alert_id: id, scope } = payload;
  const key =
    payload.cycle_key ??
    payload.aggregation_key ??
    payload.unique_key ??
    (id && `${id}:${scope ?? ''}`);
  if (!key) {
    throw new InputError(
      'cycle_key: is missing, as are aggregation_key, unique_key and alert_id, one of which names the incident',
    );
  }
  return key;
}

function statusOf({ transition, status }: DatadogPayload): IncidentStatus {
  const text = transition ?? status;
  const known = STATUSES.get(text?.toLowerCase() ?? '');
  if (!known) {
    throw new InputError(
      text === undefined
        ? 'transition: is missing; the template sets it to $ALERT_TRANSITION'
        : `transition: '${text.slice(0, 100)}' is not known`,
    );
  }
  return known;
}

function timeOf({ date, received_at: text }: DatadogPayload) {
  if (date !== undefined) {
    return epochTime(date, 'date');
  }
  return text === undefined ? undefined : isoTime(text, 'received_at');
}
