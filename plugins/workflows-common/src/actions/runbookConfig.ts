import { z } from 'zod';
import { durationSchema } from '../duration';
import { jsonValueSchema } from '../json';
import { LIMITS } from '../limits';
import { requireFields } from './requireFields';

/** @public */
export const RUNBOOK_OPERATIONS = ['template', 'action'] as const;

/** Literal: what may be run is decided by the configuration, not by an incident. */
const LITERAL = /^[^\s{}]+$/;

/** @public */
export const runbookConfigSchema = z
  .strictObject({
    operation: z.enum(RUNBOOK_OPERATIONS).meta({
      title: 'Operation',
      description:
        'Run a template of the scaffolder, or an action of the actions registry. Either must be on the list in the portal’s configuration.',
    }),
    templateRef: z
      .string()
      .max(300)
      .regex(LITERAL, 'must be a literal entity ref')
      .meta({
        title: 'Template',
        description: 'For example template:default/restart-service. Literal.',
      })
      .optional(),
    values: z
      .record(z.string(), jsonValueSchema)
      .meta({
        title: 'Parameters of the template',
        description: 'By their names; texts are templates.',
        'x-workflows-field': 'json',
      })
      .optional(),
    keyParameter: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, 'must be a plain name')
      .meta({
        title: 'Parameter for the effect key',
        description:
          'A parameter of the template that is given a key by which its task is found again after a crash. Without it, nobody can tell then whether it was started.',
      })
      .optional(),
    deadline: durationSchema(LIMITS.delayMs, 1_000)
      .meta({
        title: 'Deadline',
        description:
          'How long the template’s task may take; 1h unless set. It is not cancelled then, but no longer waited for.',
      })
      .optional(),
    actionId: z
      .string()
      .max(300)
      .regex(LITERAL, 'must be a literal id')
      .meta({
        title: 'Action',
        description: 'For example catalog:refresh-entity. Literal.',
      })
      .optional(),
    input: z
      .record(z.string(), jsonValueSchema)
      .meta({
        title: 'Input of the action',
        description: 'By name; texts are templates.',
        'x-workflows-field': 'json',
      })
      .optional(),
  })
  .superRefine(
    requireFields('operation', {
      template: ['templateRef'],
      action: ['actionId'],
    }),
  );

/** @public */
export type RunbookConfig = z.infer<typeof runbookConfigSchema>;
