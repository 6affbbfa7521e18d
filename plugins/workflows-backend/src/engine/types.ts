import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Incident,
  IncidentTicket,
  WorkflowsSignal,
} from 'backstage-plugin-workflows-common';
import type {
  Egress,
  ExecutionClaim,
  ExecutionDriver,
} from 'backstage-plugin-workflows-node';
import type { Knex } from 'knex';
import type { ActionRegistry } from '../actions/ActionRegistry';
import type { DatabaseClock } from '../database/clock';
import type { WorkflowExecutionRow } from '../database/rows';
import type { EngineObserver } from '../observability/EngineObserver';
import type { RunWrites } from './RunWrites';

export interface EngineOptions {
  knex: Knex;
  clock: DatabaseClock;
  driver: ExecutionDriver;
  writes: RunWrites;
  actions: ActionRegistry;
  /** The way out for a workflow's actions, with its secrets behind it. */
  egressFor: (workflowId: string) => Egress;
  /** The incident as it is now; `undefined` when it is gone. */
  loadIncident: (id: string) => Promise<Incident | undefined>;
  /**
   * Makes tickets part of an incident. Of two calls with one key, the second does
   * nothing.
   *
   * @throws NotFoundError when the incident is gone
   */
  recordTickets: (edit: {
    incidentId: string;
    editKey: string;
    tickets: IncidentTicket[];
    /** The execution. */
    causedBy: string;
  }) => Promise<unknown>;
  logger: LoggerService;
  observer: EngineObserver;
  /** Whether the configuration has the kill switch on: this process runs nothing. */
  killSwitch?: boolean;
  /** Called after each commit. */
  onChange: (signal: WorkflowsSignal) => void;
  /** From 0 to 1, for the jitter of retries. */
  random?: () => number;
  /** Milliseconds of a clock that only goes forward, for active time. */
  monotonic?: () => number;
}

/**
 * A claim by the table driver. It has the row already, as it was made by the
 * claim, which saves reading it again; while the epoch holds nobody else has
 * changed it.
 */
export interface TableClaim extends ExecutionClaim {
  row: WorkflowExecutionRow;
  /** What each write of the run renews the lease to. */
  leaseMs: number;
}

export function isTableClaim(claim: ExecutionClaim): claim is TableClaim {
  return 'row' in claim;
}
