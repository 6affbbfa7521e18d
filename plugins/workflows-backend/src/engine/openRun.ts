import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type IncidentContext,
  type WorkflowDefinition,
  findCycle,
  parseDefinition,
  parseDuration,
} from 'backstage-plugin-workflows-common';
import type { ExecutionClaim } from 'backstage-plugin-workflows-node';
import { fromJson, fromOptionalJson } from '../database/conversion';
import { LeaseLostError } from '../database/operations/executions/fenceExecution';
import { readExecution } from '../database/operations/executions/readExecution';
import { loadSteps } from '../database/operations/steps/loadSteps';
import type { WorkflowExecutionRow } from '../database/rows';
import type { Run } from './Run';
import { RunJournal } from './RunJournal';
import { StoreUnavailableError, isDataError } from './storeErrors';
import { type EngineOptions, isTableClaim } from './types';

const DEFAULT_TIMEOUT = '15min';

/** A snapshot that this version cannot run. */
export class DefinitionInvalidError extends Error {}

/**
 * Reads what a claimed run is made of.
 *
 * @throws DefinitionInvalidError, LeaseLostError or StoreUnavailableError
 */
export async function openRun(
  engine: EngineOptions,
  claim: ExecutionClaim,
  signal: AbortSignal,
  logger: LoggerService,
): Promise<Run> {
  const { knex, clock } = engine;
  const { executionId } = claim;
  const execution = isTableClaim(claim)
    ? claim.row
    : await read(() => readExecution(knex, executionId));
  if (!execution || execution.epoch !== claim.epoch) {
    throw new LeaseLostError(claim);
  }
  const definition = parseSnapshot(execution);
  // Whoever writes the first step writes `started_at` with it; a retry is born
  // with steps.
  const steps =
    execution.started_at || execution.parent_id
      ? await read(() => loadSteps({ knex, clock, executionId }))
      : [];
  const trigger = fromJson<IncidentContext>(execution.trigger_context);
  let incident: Promise<IncidentContext['incident']> | undefined;
  return {
    engine,
    execution,
    definition,
    trigger,
    steps: new Map(steps.map(step => [step.nodeId, step])),
    inherited: fromOptionalJson(execution.inherited) ?? {},
    journal: RunJournal.create({
      engine,
      claim,
      signal,
      logger,
      activeMs: Number(execution.active_ms),
      timeoutMs: parseDuration(definition.settings.timeout ?? DEFAULT_TIMEOUT)!,
    }),
    signal,
    logger,
    incident: () => {
      incident ??= read(async () => {
        const id = execution.incident_id;
        return (id && (await engine.loadIncident(id))) || trigger.incident;
      });
      return incident;
    },
  };
}

async function read<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    throw isDataError(error) ? error : new StoreUnavailableError(error);
  }
}

function parseSnapshot(execution: WorkflowExecutionRow): WorkflowDefinition {
  let snapshot: unknown;
  try {
    snapshot = JSON.parse(execution.definition_snapshot);
  } catch {
    throw new DefinitionInvalidError('The stored definition is not JSON.');
  }
  const { definition, problems } = parseDefinition(snapshot);
  if (!definition) {
    const [{ path, message }] = problems;
    throw new DefinitionInvalidError(
      `The stored definition cannot be run: ${path}: ${message}.`,
    );
  }
  const cycle = findCycle(definition);
  if (cycle) {
    throw new DefinitionInvalidError(
      `The stored definition cannot be run: its steps run in a circle: ${cycle.join(
        ' → ',
      )}.`,
    );
  }
  return definition;
}
