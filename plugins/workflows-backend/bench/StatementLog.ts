import { knex } from 'knex';

/** What was sent to the database since the last look. */
export interface Statements {
  /** From a run's claim to its end, with the transactions around it. */
  ofExecutions: number;
  /** Of everything else that the plugin does: intake, which makes the runs. */
  others: number;
  /** How long each claim of runs took, those that found none included. */
  claimMs: number[];
}

const TRANSACTION = /^(begin|commit|rollback)/i;
const OF_EXECUTIONS =
  /workflow_(executions|execution_steps|step_attempts)|^select \* from .incidents. where .id. in/;
const MAKES_EXECUTIONS = /^insert into .workflow_executions/;
const CLAIMS = /^with .due. as/;
const OF_PLUGIN = /workflow|incident/;

/**
 * Counts the statements of this process where Knex hands them to the driver, so
 * that nothing that the plugin says of itself is believed. A transaction's
 * begin counts with its first statement's kind, its commit with its last. A look
 * that finds nothing due is nobody's.
 */
export class StatementLog {
  private counts: Statements = none();
  private readonly kinds = new WeakMap<object, keyof Statements>();
  private readonly begun = new WeakSet<object>();

  static install(): StatementLog {
    const log = new StatementLog();
    const { prototype } = knex.Client as unknown as {
      prototype: { query(connection: object, query: unknown): Promise<any> };
    };
    const { query } = prototype;
    prototype.query = async function counted(connection, asked) {
      const sql = typeof asked === 'string' ? asked : (asked as any).sql;
      const startedAt = performance.now();
      const answer = await query.call(this, connection, asked);
      log.count(connection, String(sql), {
        ms: performance.now() - startedAt,
        foundNothing: rowsOf(answer)?.length === 0,
      });
      return answer;
    };
    return log;
  }

  private constructor() {}

  take(): Statements {
    const { counts } = this;
    this.counts = none();
    return counts;
  }

  private count(
    connection: object,
    sql: string,
    { ms, foundNothing }: { ms: number; foundNothing: boolean },
  ) {
    if (TRANSACTION.test(sql)) {
      if (/^begin/i.test(sql)) {
        this.begun.add(connection);
      } else {
        this.add(this.kinds.get(connection));
      }
      return;
    }
    if (!OF_PLUGIN.test(sql)) {
      this.begun.delete(connection);
      this.kinds.delete(connection);
      return;
    }
    const kind =
      OF_EXECUTIONS.test(sql) && !MAKES_EXECUTIONS.test(sql)
        ? 'ofExecutions'
        : 'others';
    if (CLAIMS.test(sql)) {
      if (kind === 'ofExecutions') {
        this.counts.claimMs.push(ms);
      }
      if (foundNothing) {
        return;
      }
    }
    this.kinds.set(connection, kind);
    this.add(kind);
    if (this.begun.delete(connection)) {
      this.add(kind);
    }
  }

  private add(kind: keyof Statements | undefined) {
    if (kind === 'ofExecutions' || kind === 'others') {
      this.counts[kind] += 1;
    }
  }
}

/** Of PostgreSQL in the result, of SQLite the result itself; a write has none. */
function rowsOf({ response }: any): unknown[] | undefined {
  return Array.isArray(response) ? response : response?.rows;
}

function none(): Statements {
  return { ofExecutions: 0, others: 0, claimMs: [] };
}
