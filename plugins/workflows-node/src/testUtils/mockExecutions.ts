import type { Knex } from 'knex';
import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import type { ExecutionClaim } from '../ExecutionDriver';

/**
 * What the plugin does with an execution's row, beside what it tells the driver
 * in the same transaction.
 *
 * @public
 */
export interface DrivenExecutions {
  /** Makes one that is due. Gives its id. */
  create(trx: Knex.Transaction): Promise<string>;
  /** Raises the epoch; `undefined` when it has ended. */
  claim(executionId: string): Promise<ExecutionClaim | undefined>;
  /** Begins to wait. @throws Error when the claim is not the newest */
  wait(trx: Knex.Transaction, claim: ExecutionClaim): Promise<void>;
  /** Makes it due again. */
  cutWait(trx: Knex.Transaction, executionId: string): Promise<void>;
  /** Ends it. @throws Error when the claim is not the newest */
  end(trx: Knex.Transaction, claim: ExecutionClaim): Promise<void>;
  /** Ends it, whoever has it. */
  cancel(trx: Knex.Transaction, executionId: string): Promise<void>;
}

/** Executions in memory, for drivers that do not look at their rows. */
export function mockExecutions(): DrivenExecutions {
  const rows = new Map<string, { epoch: number; hasEnded: boolean }>();
  const held = ({ executionId, epoch }: ExecutionClaim) => {
    const row = rows.get(executionId);
    assert.equal(
      row?.epoch,
      epoch,
      `The claim of epoch ${epoch} on ${executionId} is not the newest`,
    );
    return row!;
  };
  const end = (trx: Knex.Transaction, id: string) => {
    const { epoch } = rows.get(id)!;
    rows.set(id, { epoch: epoch + 1, hasEnded: true });
    trx.executionPromise.catch(() => rows.set(id, { epoch, hasEnded: false }));
  };
  return {
    async create() {
      const id = randomUUID();
      rows.set(id, { epoch: 0, hasEnded: false });
      return id;
    },
    async claim(executionId) {
      const row = rows.get(executionId)!;
      return row.hasEnded
        ? undefined
        : { executionId, epoch: (row.epoch += 1) };
    },
    async wait(_, claim) {
      held(claim);
    },
    async cutWait() {},
    async end(trx, claim) {
      held(claim);
      end(trx, claim.executionId);
    },
    async cancel(trx, executionId) {
      end(trx, executionId);
    },
  };
}
