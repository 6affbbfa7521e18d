import type { NormalisedDelivery } from 'backstage-plugin-workflows-node';
import { said } from '../said';
import { isoTime } from '../sourceTime';
import type { IncidentIoEscalation } from './payload';

/**
 * People are being called for these incidents. Their status is not taken from
 * here: it is as of the delivery, not of the escalation.
 */
export function escalationEvents(options: {
  /** Where the escalation is in the body. */
  path: string;
  escalation: IncidentIoEscalation;
  eventType: string;
  receivedAt: string;
}): NormalisedDelivery {
  const { path, escalation, eventType, receivedAt } = options;
  const time = escalation.updated_at ? 'updated_at' : 'created_at';
  const occurredAt = escalation[time]
    ? isoTime(escalation[time], `${path}.${time}`)
    : receivedAt;
  return escalation.related_incidents.length === 0
    ? { ignored: 'The escalation is for no incident' }
    : {
        events: escalation.related_incidents.map(({ id, name, summary }) => ({
          incidentKey: id,
          occurredAt,
          escalated: true,
          patch: said({
            title: name,
            description: summary,
            metadata: said({
              event: eventType,
              escalation: said({
                id: escalation.id,
                title: escalation.title,
                status: escalation.status,
                priority: escalation.priority?.name,
              }),
            }),
          }),
        })),
      };
}
