import { z } from 'zod';
import { conditionSchema } from '../conditions/schema';
import { durationSchema } from '../duration';
import { INCIDENT_STATUSES } from '../incident/types';
import { LIMITS } from '../limits';
import { triggerEntitiesSchema } from './triggerEntities';

const fieldSchema = z
  .string()
  .min(1, 'must name a field')
  .max(256)
  .meta({ examples: ['severity', 'assignee', 'labels.env'] });

/** What every trigger has. */
const triggerBase = {
  entities: triggerEntitiesSchema.optional(),
  conditions: z
    .array(conditionSchema)
    .max(LIMITS.conditionLeaves)
    .meta({ title: 'Conditions', description: 'All of them must hold.' }),
};

const statusesSchema = z.array(z.enum(INCIDENT_STATUSES));

const valuesSchema = z
  .array(z.string().max(500))
  .min(1, 'must hold a value; leave it out for any value')
  .max(100);

/** @public */
export const incidentCreatedTriggerSchema = z
  .strictObject({ type: z.literal('incident_created'), ...triggerBase })
  .meta({
    title: 'Incident opens',
    description:
      'Once when an incident opens, and once more each time that it opens again after its end.',
  });

/** @public */
export const stateChangedTriggerSchema = z
  .strictObject({
    type: z.literal('state_changed'),
    from: statusesSchema
      .meta({
        title: 'From',
        description: 'The status before; any unless set.',
      })
      .optional(),
    to: statusesSchema
      .meta({ title: 'To', description: 'The status after; any unless set.' })
      .optional(),
    ...triggerBase,
  })
  .meta({
    title: 'Status changes',
    description: 'Each time that the status of an incident changes so.',
  });

/** @public */
export const incidentUpdatedTriggerSchema = z
  .strictObject({
    type: z.literal('incident_updated'),
    changed: z
      .array(fieldSchema)
      .min(1, 'must name a field; leave it out for any field')
      .max(20)
      .meta({
        title: 'Changed fields',
        description:
          'At least one of them must have changed; any field unless set.',
        examples: [['severity', 'priority']],
      })
      .optional(),
    changedFrom: valuesSchema
      .meta({
        title: 'From',
        description: 'What a changed field was before; any value unless set.',
        examples: [['warning']],
      })
      .optional(),
    changedTo: valuesSchema
      .meta({
        title: 'To',
        description:
          'What the same changed field is afterwards; any value unless set.',
        examples: [['critical']],
      })
      .optional(),
    ...triggerBase,
  })
  .meta({
    title: 'Incident changes',
    description:
      'Each time that something said of a known incident changes one of its fields.',
  });

/** @public */
export const escalationTriggerSchema = z
  .strictObject({ type: z.literal('escalation'), ...triggerBase })
  .meta({
    title: 'Incident is escalated',
    description:
      'Each time that the sender says that an open incident was escalated.',
  });

/** @public */
export const AGE_STATES = ['open', 'unacknowledged'] as const;

/** @public */
export const ageTriggerSchema = z
  .strictObject({
    type: z.literal('age'),
    state: z.enum(AGE_STATES).meta({
      title: 'An incident that is',
      description:
        'open: not resolved or closed. unacknowledged: open, and nobody has taken it.',
    }),
    longerThan: durationSchema(LIMITS.delayMs, 1_000).meta({
      title: 'For longer than',
      description: 'A whole number and a unit: 30s, 5min, 2h or 1d.',
      examples: ['15min'],
    }),
    includeExisting: z
      .boolean()
      .meta({
        title: 'Also incidents that are known already',
        description:
          'Incidents from before the workflow was enabled count as well; those that are old enough start a run at once.',
      })
      .optional(),
    ...triggerBase,
  })
  .meta({
    title: 'Incident lasts',
    description:
      'Once when an incident has been open, or unacknowledged, for longer than a time.',
  });

/** @public */
export const manualTriggerSchema = z
  .strictObject({ type: z.literal('manual'), ...triggerBase })
  .meta({
    title: 'By hand',
    description: 'Only when somebody runs it on an incident.',
  });

/**
 * What starts a run. Each kind has a rule for how often it does: see
 * {@link onceSchema}.
 *
 * @public
 */
export const triggerConfigSchema = z.discriminatedUnion('type', [
  incidentCreatedTriggerSchema,
  stateChangedTriggerSchema,
  incidentUpdatedTriggerSchema,
  escalationTriggerSchema,
  ageTriggerSchema,
  manualTriggerSchema,
]);

/** @public */
export const ONCE_SCOPES = ['incident', 'episode', 'event', 'fields'] as const;

/**
 * How often the workflow runs, instead of its trigger's own rule
 * (`incident_created` and `age`: once per incident and episode;
 * `state_changed`, `incident_updated` and `escalation`: once per event;
 * `manual`: once per request).
 *
 * `fields` is once for each combination of the fields' values, whichever
 * incident has them; a field that is not there is a value of its own.
 *
 * @public
 */
export const onceSchema = z
  .strictObject({
    per: z.enum(ONCE_SCOPES).meta({ title: 'Once per' }),
    fields: z
      .array(fieldSchema)
      .min(1, 'must name a field')
      .max(10)
      .meta({
        title: 'Fields',
        description: 'Once for each combination of their values.',
        examples: [['service', 'severity']],
      })
      .optional(),
  })
  .check(({ value: { per, fields }, issues }) => {
    if ((per === 'fields') !== (fields !== undefined)) {
      const message = fields
        ? 'only belongs to per "fields"; remove it'
        : 'is required for per "fields": the fields whose values count';
      issues.push({ code: 'custom', input: fields, path: ['fields'], message });
    }
  });

/** @public */
export type TriggerConfig = z.infer<typeof triggerConfigSchema>;
/** @public */
export type TriggerType = TriggerConfig['type'];
/** @public */
export type IncidentUpdatedTrigger = z.infer<
  typeof incidentUpdatedTriggerSchema
>;
/** @public */
export type AgeTrigger = z.infer<typeof ageTriggerSchema>;
/** @public */
export type AgeState = AgeTrigger['state'];
/** @public */
export type OncePolicy = z.infer<typeof onceSchema>;
