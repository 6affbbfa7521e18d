import {
  type EffectState,
  type IncidentTicket,
  incidentTicketSchema,
} from 'backstage-plugin-workflows-common';
import { z } from 'zod';
import type {
  AttemptRecord,
  StepRecord,
} from '../database/operations/steps/StepRecord';
import type { Run } from './Run';
import { completeStep, failMistaken } from './settleStep';

const ticketsSchema = z.array(incidentTicketSchema).max(100);

/**
 * Ends an action's step well. Its tickets are at the incident before the step is
 * recorded: a crash in between leaves the step in doubt, and whatever resolves
 * that gives the tickets again, which changes nothing the second time.
 */
export async function completeAction(
  run: Run,
  step: StepRecord,
  done: { output: unknown; tickets?: unknown },
  effectState: EffectState,
  attempt?: AttemptRecord,
): Promise<'go on'> {
  const tickets = ticketsSchema.safeParse(done.tickets ?? []);
  if (tickets.error) {
    return failMistaken(run, { ...step, effectState }, tickets.error, attempt);
  }
  if (tickets.data.length > 0) {
    await recordTickets(run, step, tickets.data);
  }
  return completeStep(run, step, done.output, effectState, attempt);
}

async function recordTickets(
  run: Run,
  step: StepRecord,
  tickets: IncidentTicket[],
) {
  const { engine, execution, journal, logger } = run;
  const incidentId = execution.incident_id;
  if (!incidentId) {
    return;
  }
  await journal.untilWritten(async () => {
    try {
      await engine.recordTickets({
        incidentId,
        editKey: `${step.effectKey}:ticket`,
        tickets,
        causedBy: execution.id,
      });
    } catch (error) {
      if ((error as Error).name !== 'NotFoundError') {
        throw error;
      }
      logger.warn(`The incident ${incidentId} of the tickets is gone`);
    }
  });
}
