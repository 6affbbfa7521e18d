import type { JsonValue } from '@backstage/types';
import { z } from 'zod';

/**
 * A ticket elsewhere that is about an incident.
 *
 * @public
 */
export const incidentTicketSchema = z.strictObject({
  /** Where it is, for example `jira`; with the key it names the ticket. */
  system: z.string().min(1).max(100),
  /** As people there spell it, for example `OPS-12`. */
  key: z.string().min(1).max(300),
  /** Where people look at it. */
  url: z.string().max(2_000),
  title: z.string().max(1_000).optional(),
  /** As the system spells it, for example `In progress`. */
  state: z.string().max(100).optional(),
});

/** @public */
export type IncidentTicket = z.infer<typeof incidentTicketSchema>;

/**
 * The tickets of an incident, in the order in which they were first named: what
 * `metadata.tickets` holds. The name is kept for them, a source's own metadata
 * cannot take it.
 *
 * @public
 */
export function ticketsOf(incident: {
  metadata: { [key: string]: JsonValue | undefined };
}): IncidentTicket[] {
  return (incident.metadata.tickets ?? []) as IncidentTicket[];
}

/**
 * The union by system and key; of one ticket, later present fields win.
 *
 * @public
 */
export function mergeTickets(
  known: readonly IncidentTicket[],
  said: readonly IncidentTicket[],
): IncidentTicket[] {
  const merged = new Map(known.map(ticket => [nameOf(ticket), ticket]));
  for (const ticket of said) {
    const name = nameOf(ticket);
    merged.set(name, { ...merged.get(name), ...ticket });
  }
  return [...merged.values()];
}

function nameOf({ system, key }: IncidentTicket): string {
  return JSON.stringify([system, key]);
}
