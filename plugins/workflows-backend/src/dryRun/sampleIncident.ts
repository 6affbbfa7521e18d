import {
  type Condition,
  type Incident,
  type IncidentContext,
  type IncidentPatch,
  type TriggerConfig,
  foldIncident,
} from 'backstage-plugin-workflows-common';

/** An id that no incident has. */
const NO_ID = '00000000-0000-7000-8000-000000000000';

const BASE: IncidentPatch = {
  status: 'triggered',
  title: 'Sample: checkout answers slowly',
  description: 'The 95th percentile is above 2 s for 5 minutes.',
  severity: 'critical',
  priority: 'P1',
  service: 'checkout',
  url: 'https://incidents.example.com/1',
};

/** Fields of an incident that are text, so that an equality may fill them in. */
const TEXTS = ['title', 'severity', 'priority', 'service', 'team', 'assignee'];

/**
 * An incident for trying a workflow out, with what the trigger's equalities ask
 * for, and what the caller says of it. Pure.
 */
export function sampleIncident(options: {
  trigger: TriggerConfig;
  patch?: IncidentPatch & { entityRef?: string };
  /** ISO 8601. */
  now: string;
}): Incident {
  const { trigger, now } = options;
  const { entityRef, ...patch } = options.patch ?? {};
  const folded = foldIncident([
    {
      incidentKey: 'sample',
      occurredAt: now,
      orderKey: '0',
      ...(entityRef && { entityRef }),
      patch: options.patch
        ? { title: 'Sample', status: 'triggered', ...patch }
        : { ...BASE, ...askedFor(trigger.conditions) },
    },
  ])!;
  return {
    ...folded,
    id: NO_ID,
    sourceId: 'sample',
    incidentKey: 'sample',
    createdAt: now,
    updatedAt: now,
  };
}

/** What an event that has just opened the incident looks like. */
export function openedContext(
  incident: Incident,
  entity: IncidentContext['entity'],
): IncidentContext {
  return {
    incident,
    ...(entity && { entity }),
    change: { to: incident.status },
  };
}

function askedFor(conditions: readonly Condition[]): IncidentPatch {
  const asked: Record<string, string> = {};
  const labels: Record<string, string> = {};
  for (const condition of conditions) {
    if ('match' in condition || (condition.operator ?? 'equals') !== 'equals') {
      continue;
    }
    const { field, value } = condition;
    if (typeof value !== 'string') {
      continue;
    }
    if (TEXTS.includes(field)) {
      asked[field] = value;
    } else if (/^labels\.[^.]+$/.test(field)) {
      labels[field.slice('labels.'.length)] = value;
    }
  }
  return { ...asked, labels };
}
