import type {
  IncidentEvent,
  IncidentStatus,
} from 'backstage-plugin-workflows-common';
import type { SourceDelivery } from 'backstage-plugin-workflows-node';
import { parsePayload } from '../parsePayload';
import { said } from '../said';
import { isoTime } from '../sourceTime';
import { hookTime, laterOf } from './hookTime';
import { type Issue, issueSchema } from './payload';
import { projectAnnotation } from './projectAnnotation';

/** What happened, whatever had become of the issue when it was sent. */
const STATUS_BY_ACTION = new Map<string, IncidentStatus>([
  ['created', 'triggered'],
  ['unresolved', 'triggered'],
  ['resolved', 'resolved'],
  ['archived', 'closed'],
  ['ignored', 'closed'],
]);

const STATUS = new Map<string, IncidentStatus>([
  ['unresolved', 'triggered'],
  ['resolved', 'resolved'],
  ['ignored', 'closed'],
]);

/** What was done to an issue. An archived one is closed: nobody is to look at it. */
export function issueEvent(delivery: SourceDelivery): IncidentEvent {
  const { action = '', data } = parsePayload(issueSchema, delivery.body);
  const { issue } = data;
  const assigned = issue.assignedTo;
  const isTeam = assigned?.type === 'team';
  return {
    incidentKey: issue.id,
    occurredAt: actionTime(issue, action, delivery),
    ...projectAnnotation(issue.project?.slug),
    ...(action === 'unresolved' &&
      issue.substatus === 'escalating' && { escalated: true }),
    patch: said({
      status: STATUS_BY_ACTION.get(action) ?? STATUS.get(issue.status ?? ''),
      title: issue.title,
      severity: issue.level,
      priority: issue.priority,
      service: issue.project?.slug,
      team: isTeam ? assigned.name : undefined,
      assignee: isTeam ? undefined : assigned?.email ?? assigned?.name,
      url: issue.web_url ?? issue.permalink,
      metadata: said({
        action,
        shortId: issue.shortId,
        substatus: issue.substatus,
        culprit: issue.culprit,
        platform: issue.platform,
        count: issue.count,
        userCount: issue.userCount,
      }),
    }),
  };
}

/**
 * An issue begins with its first event. When something was done to it is not
 * said, only when that was sent; it was not before the last event that it knows.
 */
function actionTime(
  issue: Issue,
  action: string,
  delivery: SourceDelivery,
): string {
  if (action === 'created' && issue.firstSeen) {
    return isoTime(issue.firstSeen, 'data.issue.firstSeen');
  }
  const sentAt = hookTime(delivery);
  return issue.lastSeen
    ? laterOf(sentAt, isoTime(issue.lastSeen, 'data.issue.lastSeen'))
    : sentAt;
}
