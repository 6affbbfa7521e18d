import { z } from 'zod';
import {
  type WorkflowDefinition,
  workflowDefinitionSchema,
} from '../../definition/schema';
import { jsonValueSchema } from '../../json';
import { shape } from './shape';

const { schemaVersion, edges, notes } = workflowDefinitionSchema.shape;
const fields = z.record(z.string(), jsonValueSchema);

/** A definition as `parseDraft` takes it. */
export const draftAnswer = z
  .strictObject(
    shape<WorkflowDefinition>({
      schemaVersion,
      nodes: z.array(
        z.strictObject({
          id: z.string(),
          type: z.enum(['trigger', 'action', 'condition', 'delay']),
          position: z.strictObject({ x: z.number(), y: z.number() }),
          data: fields,
        }),
      ),
      edges,
      notes,
      trigger: z.looseObject({
        type: z.string(),
        conditions: z.array(fields),
      }),
      settings: fields,
    }),
  )
  .meta({
    description:
      'A WorkflowDefinition in which what forms fill in may be missing or wrong; `problems` says where',
  });
