import { z } from 'zod';
import type { ActionDescriptor } from '../../actions/descriptor';
import type { DefinitionProblem } from '../../definition/problems';
import type { DeliveryCounts, DeliveryDetail } from '../deliveries';
import type { KillSwitch } from '../killSwitch';
import type {
  DeliverySummary,
  SecretSummary,
  SourceSummary,
  Workflow,
  WorkflowSummary,
  WorkflowVersion,
  WorkflowVersionSummary,
} from '../schemas';
import { entityScopeAnswer } from './catalogAnswers';
import { draftAnswer } from './draftAnswer';
import { shape, time } from './shape';

/*
 * The shapes of the answers, for openapi.yaml alone: the backend makes them from
 * its own types, and a test holds it to these.
 */

const summary = shape<WorkflowSummary>({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  ownerRef: z.string().optional(),
  enabled: z.boolean(),
  latestVersion: z.int(),
  publishedVersion: z.int().optional(),
  triggerType: z.string(),
  createdAt: time,
  createdBy: z.string(),
  updatedAt: time,
  updatedBy: z.string(),
  editable: z.boolean(),
  scope: entityScopeAnswer.optional(),
  lastExecution: z
    .strictObject({ id: z.uuid(), status: z.string(), createdAt: time })
    .optional(),
});

export const workflowSummaryAnswer = z.strictObject(summary);

export const problemAnswer = z.strictObject(
  shape<DefinitionProblem>({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    nodeId: z.string().optional(),
    path: z.string(),
    message: z.string(),
  }),
);

export const workflowAnswer = z.strictObject(
  shape<Workflow>({
    ...summary,
    definition: draftAnswer,
    problems: z.array(problemAnswer),
  }),
);

const versionSummary = shape<WorkflowVersionSummary>({
  version: z.int(),
  authorRef: z.string(),
  note: z.string().optional(),
  createdAt: time,
  publishedAt: time.optional(),
  publishedBy: z.string().optional(),
});

export const versionSummaryAnswer = z.strictObject(versionSummary);

export const versionAnswer = z.strictObject(
  shape<WorkflowVersion>({
    ...versionSummary,
    definition: draftAnswer,
  }),
);

export const secretAnswer = z.strictObject(
  shape<SecretSummary>({
    name: z.string(),
    allowedHosts: z.array(z.string()),
    updatedAt: time,
    updatedBy: z.string(),
    lastUsedAt: time.optional(),
  }),
);

const delivery = shape<DeliverySummary>({
  id: z.uuid(),
  sourceId: z.string(),
  state: z.enum(['received', 'processed', 'ignored', 'failed']),
  error: z.string().optional(),
  attempts: z.int(),
  receivedAt: time,
  processedAt: time.optional(),
});

export const deliveryAnswer = z.strictObject(delivery);

export const deliveryDetailAnswer = z.strictObject(
  shape<DeliveryDetail>({
    ...delivery,
    deliveryKey: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
  }),
);

export const deliveryCountsAnswer = z.strictObject(
  shape<DeliveryCounts>({
    failed: z.int(),
    sources: z.array(z.strictObject({ sourceId: z.string(), failed: z.int() })),
  }),
);

export const actionAnswer = z.strictObject(
  shape<ActionDescriptor>({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    effect: z.enum(['keyed', 'probed', 'in_doubt']),
    configSchema: z.looseObject({}),
    outputSchema: z.looseObject({}),
  }),
);

export const sourceAnswer = z.strictObject(
  shape<SourceSummary>({
    id: z.string(),
    type: z.string(),
    hookPath: z.string(),
  }),
);

export const killSwitchAnswer = z.strictObject(
  shape<KillSwitch>({
    on: z.boolean(),
    configured: z.boolean(),
    reason: z.string().optional(),
    changedBy: z.string().optional(),
    changedAt: time.optional(),
  }),
);
