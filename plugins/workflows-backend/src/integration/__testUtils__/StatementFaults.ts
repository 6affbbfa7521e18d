import type { Knex } from 'knex';

/** What becomes of one statement: it goes through, or fails before or after it took effect. */
export type Fault = 'before' | 'after' | undefined;

type Query = (this: unknown, connection: unknown, statement: any) => any;

/**
 * Lets statements fail as they do when their connection breaks, on all
 * connections of a Knex instance. What was open on it is rolled back, as a server
 * does when its client is gone.
 */
export class StatementFaults {
  private constructor(
    private readonly prototype: { _query: Query },
    private readonly original: Query,
  ) {}

  static inject(knex: Knex, faultOf: (sql: string) => Fault): StatementFaults {
    // Transactions have clients of their own, with the same prototype.
    const { prototype } = knex.client.constructor;
    const original: Query = prototype._query;
    prototype._query = async function query(
      connection: unknown,
      statement: any,
    ) {
      const run = (what: object) => original.call(this, connection, what);
      const fault = /rollback/i.test(statement.sql)
        ? undefined
        : faultOf(statement.sql);
      if (fault === 'before') {
        await broken(run);
      }
      const answer = await run(statement);
      if (fault === 'after') {
        await broken(run);
      }
      return answer;
    };
    return new StatementFaults(prototype, original);
  }

  remove(): void {
    this.prototype._query = this.original;
  }
}

async function broken(run: (statement: object) => Promise<unknown>) {
  // Fails where nothing is open.
  await run({ sql: 'ROLLBACK', bindings: [] }).catch(() => {});
  throw new Error('Connection terminated unexpectedly');
}
