import {
  type IncidentTicket,
  incidentTicketSchema,
} from 'backstage-plugin-workflows-common';
import { z } from 'zod';

export const jiraOutputSchema = z.object({
  key: z
    .string()
    .meta({ description: 'The issue’s key.', examples: ['OPS-12'] }),
  id: z.string().meta({
    description: 'Jira’s id of the issue; of a comment, the comment’s.',
    examples: ['10012'],
  }),
  url: z.string().meta({
    description: 'Where people see the issue or the comment.',
    examples: ['https://acme.atlassian.net/browse/OPS-12'],
  }),
  status: z
    .string()
    .meta({ description: 'After a transition: the issue’s status.' })
    .optional(),
  ticket: incidentTicketSchema.meta({
    description: 'The issue as the incident’s tickets show it.',
  }),
});

export type JiraOutput = z.infer<typeof jiraOutputSchema>;

/** An issue as one of the incident's tickets. */
export function ticketOf(
  web: string,
  key: string,
  more: Pick<IncidentTicket, 'title' | 'state'> = {},
): IncidentTicket {
  return { system: 'jira', key, url: `${web}/browse/${key}`, ...more };
}
