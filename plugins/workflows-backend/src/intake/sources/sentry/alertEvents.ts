import { InputError } from '@backstage/errors';
import type { IncidentEvent } from 'backstage-plugin-workflows-common';
import type { SourceDelivery } from 'backstage-plugin-workflows-node';
import { parsePayload } from '../parsePayload';
import { said } from '../said';
import { epochTime, isoTime } from '../sourceTime';
import {
  type EventAlert,
  type SentryEvent,
  eventAlertSchema,
  pluginSchema,
} from './payload';
import { projectAnnotation } from './projectAnnotation';

/** An alert rule that an event of an issue set off. */
export function eventAlertEvent(delivery: SourceDelivery): IncidentEvent {
  const { data } = parsePayload(eventAlertSchema, delivery.body);
  const { event } = data;
  const project = /\/projects\/[^/]+\/([^/]+)\/events\//.exec(
    event.url ?? '',
  )?.[1];
  return {
    incidentKey: issueIdOf(event),
    occurredAt:
      receivedBySentry(event, 'data.event') ??
      (event.datetime
        ? isoTime(event.datetime, 'data.event.datetime')
        : delivery.receivedAt),
    ...projectAnnotation(project),
    patch: alertPatch(event, {
      service: project,
      url: event.web_url,
      rule: data.issue_alert?.title ?? data.triggered_rule,
    }),
  };
}

/** The same from the older plugin, which says its issue and project outright. */
export function pluginEvent(delivery: SourceDelivery): IncidentEvent {
  const payload = parsePayload(pluginSchema, delivery.body);
  const { event } = payload;
  return {
    incidentKey: payload.id,
    occurredAt: receivedBySentry(event, 'event') ?? delivery.receivedAt,
    ...projectAnnotation(payload.project_slug),
    patch: alertPatch(
      {
        ...event,
        level: event.level ?? payload.level,
        culprit: event.culprit ?? payload.culprit,
      },
      {
        service: payload.project_slug,
        url: payload.url,
        rule: payload.triggering_rules[0],
      },
    ),
  };
}

function alertPatch(
  event: SentryEvent,
  facts: { service?: string; url?: string; rule?: string },
): IncidentEvent['patch'] {
  return said({
    status: 'triggered' as const,
    title: event.title,
    severity: event.level,
    service: facts.service,
    url: facts.url,
    labels: labelsOf(event),
    metadata: said({
      rule: facts.rule,
      eventId: event.event_id,
      environment: event.environment,
      release: event.release,
      culprit: event.culprit,
      platform: event.platform,
    }),
  });
}

/** Tags that say who was affected are personal, and tell nothing of the incident. */
const PERSONAL = ['user', 'sentry:user'];

function labelsOf({ tags }: SentryEvent): Record<string, string> {
  return Object.fromEntries(tags.filter(([name]) => !PERSONAL.includes(name)));
}

/** Older versions say the issue only by its address. */
function issueIdOf(event: EventAlert['event']): string {
  const id =
    event.issue_id ?? /\/issues\/(\d+)/.exec(event.issue_url ?? '')?.[1];
  if (id === undefined) {
    throw new InputError(
      'data.event.issue_id: is missing, and so is the issue_url',
    );
  }
  return id;
}

/** By Sentry's clock, which also orders what is done to issues. */
function receivedBySentry(event: SentryEvent, path: string) {
  const name = event.received ? 'received' : 'timestamp';
  const seconds = event[name];
  return seconds ? epochTime(seconds, `${path}.${name}`) : undefined;
}
