import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type IncidentContext,
  parseDuration,
} from 'backstage-plugin-workflows-common';
import type { ExecutionClaim } from 'backstage-plugin-workflows-node';
import { fromJson, fromOptionalJson } from '../database/conversion';
import { LeaseLostError } from '../database/operations/executions/fenceExecution';
import { readExecution } from '../database/operations/executions/readExecution';
import { loadSteps } from '../database/operations/steps/loadSteps';
import type { Run } from './Run';
import { RunJournal } from './RunJournal';
import { parseSnapshot } from './parseSnapshot';
import { StoreUnavailableError, isDataError } from './storeErrors';
import { type EngineOptions, isTableClaim } from './types';

const DEFAULT_TIMEOUT = '15min';

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
  const definition = parseSnapshot(execution.definition_snapshot);
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
