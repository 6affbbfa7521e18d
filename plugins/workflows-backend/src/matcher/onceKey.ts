import {
  type Incident,
  type IncidentContext,
  getPath,
} from 'backstage-plugin-workflows-common';
import { createHash } from 'node:crypto';
import { ageMoment } from './ages';
import { conditionContext } from './FieldValues';
import type { FiredTrigger } from './triggers';
import type { IndexedWorkflow } from './WorkflowIndex';

/**
 * What makes a run one of a kind: of two runs of one workflow with the same key,
 * the second is not made. By the trigger's rule, or by the definition's own. Pure.
 */
export function onceKey(options: {
  workflow: IndexedWorkflow;
  fired: FiredTrigger;
  context: IncidentContext;
  eventId: string;
}): string {
  const { workflow, fired, context, eventId } = options;
  const { incident } = context;
  const { once } = workflow;
  switch (once?.per) {
    case undefined:
      return byTrigger(fired, incident, eventId);
    case 'incident':
      return `incident:${incident.id}`;
    case 'episode':
      return `episode:${incident.id}:${episodeOf(fired, incident)}`;
    case 'event':
      // An age's event is that it was reached.
      return fired.type === 'age'
        ? `reached:${incident.id}:${ageMoment(workflow, fired.ages)}`
        : `event:${keyOfEvent(fired, eventId)}`;
    default: {
      const seen = conditionContext(context);
      const values = once!.fields!.map(field => getPath(seen, field) ?? null);
      return `fields:${digest([once!.fields, values])}`;
    }
  }
}

function byTrigger(
  fired: FiredTrigger,
  incident: Incident,
  eventId: string,
): string {
  switch (fired.type) {
    case 'incident_created':
      return `created:${incident.id}:${fired.episode}`;
    case 'age':
      return `age:${incident.id}:${incident.episode}`;
    case 'state_changed':
      return `state:${eventId}`;
    case 'manual':
      return keyOfEvent(fired, eventId);
    default:
      return `${fired.type}:${eventId}`;
  }
}

function keyOfEvent(fired: FiredTrigger, eventId: string): string {
  return fired.type === 'manual' ? `manual:${fired.requestKey}` : eventId;
}

function episodeOf(fired: FiredTrigger, { episode }: Incident): number {
  return fired.type === 'incident_created' ? fired.episode : episode;
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
