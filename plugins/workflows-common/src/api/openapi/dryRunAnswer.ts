import { z } from 'zod';
import { incidentPatchSchema } from '../../incident/types';
import { jsonValueSchema } from '../../json';
import type { DryRun, DryRunStep } from '../dryRun';
import { problemAnswer } from './answers';
import { shape } from './shape';

const jsonObject = z.record(z.string(), jsonValueSchema);
const explanation = jsonObject.meta({
  description: 'Every leaf of the conditions with what it saw.',
});

const step = z.strictObject(
  shape<DryRunStep>({
    nodeId: z.string(),
    state: z.enum(['completed', 'failed', 'skipped']),
    branch: z.enum(['true', 'false']).optional(),
    explanation: explanation.optional(),
    waitMs: z.int().optional(),
    request: jsonObject
      .meta({ description: 'What would be sent, with secrets as references.' })
      .optional(),
    output: jsonValueSchema.optional(),
    error: z.strictObject({ code: z.string(), message: z.string() }).optional(),
  }),
);

export const dryRunAnswer = z.strictObject(
  shape<DryRun>({
    problems: z.array(problemAnswer),
    trigger: z
      .strictObject({
        matched: z.boolean(),
        stoppedBy: z.enum(['scope', 'trigger', 'conditions']).optional(),
        scope: jsonObject,
        explanation,
      })
      .optional(),
    steps: z.array(step),
    edges: z.array(z.string()),
    outcome: z.enum(['COMPLETED', 'FAILED', 'CANCELLED']).optional(),
    incident: z.looseObject(incidentPatchSchema.partial().shape).optional(),
  }),
);
