import { z } from 'zod';
import { EXECUTION_STATUSES } from '../../execution/types';
import {
  EXPLAIN_OUTCOMES,
  type ExplainedEvent,
  type WorkflowExplanation,
} from '../matching';
import { shape, time } from './shape';

const explainedEvent = z.strictObject(
  shape<ExplainedEvent>({
    eventId: z.uuid(),
    occurredAt: time,
    receivedAt: time,
    fired: z.array(z.string()),
    version: z.int().optional(),
    outcome: z.enum(EXPLAIN_OUTCOMES),
    reachedAt: time
      .meta({ description: 'When the age was reached, or will be.' })
      .optional(),
    executionId: z.uuid().optional(),
    executionStatus: z.enum(EXECUTION_STATUSES).optional(),
    reason: z.string().optional(),
    conditions: z
      .looseObject({})
      .meta({ description: 'Every leaf of the conditions with what it saw.' })
      .optional(),
    scope: z
      .looseObject({ applies: z.boolean(), reason: z.string() })
      .meta({ description: 'Whether it is for the entity, and why.' })
      .optional(),
    killSwitch: z.literal(true).optional(),
  }),
);

export const explanationAnswer = z.strictObject(
  shape<WorkflowExplanation>({
    workflowId: z.uuid(),
    workflowName: z.string(),
    events: z.array(explainedEvent),
  }),
);
