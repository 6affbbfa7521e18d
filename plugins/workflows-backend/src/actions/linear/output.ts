import type { JsonObject } from '@backstage/types';
import { incidentTicketSchema } from 'backstage-plugin-workflows-common';
import { z } from 'zod';
import { asObject, asText } from '../http/asObject';
import { oneLine } from '../http/oneLine';
import type { LinearRequest } from './prepareLinear';

export const linearOutputSchema = z.object({
  key: z
    .string()
    .meta({ description: 'The issue’s identifier.', examples: ['ENG-12'] }),
  id: z.string().meta({
    description: 'The UUID of the issue; of a comment, the comment’s.',
  }),
  url: z.string().meta({
    description: 'Where people see the issue or the comment.',
    examples: ['https://linear.app/acme/issue/ENG-12'],
  }),
  ticket: incidentTicketSchema.meta({
    description: 'The issue as the incident’s tickets show it.',
  }),
});

export type LinearOutput = z.infer<typeof linearOutputSchema>;

/** What Linear gave, if it is what was asked for. */
export function outputOf(
  { operation }: LinearRequest,
  given: JsonObject,
): LinearOutput | undefined {
  const issue = operation === 'comment' ? asObject(given.issue) : given;
  const key = asText(issue.identifier);
  const id = asText(given.id);
  if (!key || !id) {
    return undefined;
  }
  const url = asText(issue.url);
  const title = oneLine(asText(issue.title), 1_000);
  const state = oneLine(asText(asObject(issue.state).name), 100);
  return {
    key,
    id,
    url: asText(given.url) || url,
    ticket: {
      system: 'linear',
      key,
      url,
      ...(title && { title }),
      ...(state && { state }),
    },
  };
}
