import { z } from 'zod';
import { INCIDENT_STATUSES } from '../incident/types';
import { jsonValueSchema } from '../json';
import { requireFields } from './requireFields';

/** @public */
export const INCIDENT_OPERATIONS = ['update', 'declare'] as const;

const text = (title: string, description: string) =>
  z.string().meta({ title, description }).optional();

/** @public */
export const incidentConfigSchema = z
  .strictObject({
    operation: z.enum(INCIDENT_OPERATIONS).meta({
      title: 'Operation',
      description:
        'Change the incident that the run is about, or declare another one. Fields that are left out, or come out empty, stay as they are.',
    }),
    title: text('Title', 'Needed to declare an incident.'),
    description: z
      .string()
      .meta({
        title: 'Description',
        description: 'What is known of it.',
        'x-workflows-field': 'text',
      })
      .optional(),
    status: z
      .enum(INCIDENT_STATUSES)
      .meta({
        title: 'Status',
        description: 'A declared incident is triggered unless set.',
      })
      .optional(),
    severity: text('Severity', 'For example critical.'),
    priority: text('Priority', 'For example P1.'),
    service: text('Service', 'The name of what is affected.'),
    team: text('Team', 'The name of the team.'),
    assignee: text('Assignee', 'Who takes care of it.'),
    url: text(
      'Link',
      'Where people look at it: an http:// or https:// URL, for example of the call.',
    ),
    labels: z
      .record(z.string().min(1).max(200), z.string())
      .meta({
        title: 'Labels',
        description: 'Added to those that it has.',
      })
      .optional(),
    metadata: z
      .record(z.string().min(1).max(200), jsonValueSchema)
      .meta({
        title: 'Further fields',
        description:
          'Put into its metadata, for example { "call": "{{ steps.call.output.values.url }}" }.',
        'x-workflows-field': 'json',
      })
      .optional(),
    entityRef: text(
      'Entity',
      'The ref of the catalog entity that it is about, for example {{ entity.ref }} or component:default/checkout.',
    ),
  })
  .superRefine(requireFields('operation', { declare: ['title'] }));

/** @public */
export type IncidentConfig = z.infer<typeof incidentConfigSchema>;
