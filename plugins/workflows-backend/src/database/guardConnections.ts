import type { Knex } from 'knex';

/** A statement that hears nothing for so long hangs on a dead connection. */
const SILENCE_MS = 15_000;

/** As long as a lease: whoever is away for longer has lost what it worked on. */
const IDLE_IN_TRANSACTION_MS = 10_000;

/** What is used of a client of `pg`. */
interface PostgresConnection {
  readyForQuery: boolean;
  query(sql: string): Promise<unknown>;
  connection: {
    stream: {
      setTimeout(ms: number): void;
      on(event: 'timeout', silent: () => void): void;
      destroy(error: Error): void;
    };
  };
}

/**
 * Neither `pg` nor Knex ends a statement whose connection is half-open, as after
 * a firewall forgot it: each such statement takes a place of the pool for ever,
 * and a backend whose places are all taken does nothing until it is restarted.
 * So a connection that is silent in the middle of a statement is closed. The
 * statement fails, whoever waits for it decides, and the pool opens another.
 *
 * The other way round, a process that is paused or cut off in the middle of a
 * transaction would keep its rows locked: the server ends that transaction.
 *
 * Other services of the backend share the pool and may have opened connections
 * before: these are guarded as well, those in use as soon as they are given back.
 *
 * Nothing on other databases than PostgreSQL.
 *
 * @returns closes silent connections from the moment that it is called on;
 * migrations before it take as long as they need
 */
export async function guardConnections(
  knex: Knex,
  options: { silenceMs?: number; idleInTransactionMs?: number } = {},
): Promise<() => void> {
  const {
    silenceMs = SILENCE_MS,
    idleInTransactionMs = IDLE_IN_TRANSACTION_MS,
  } = options;
  const { client } = knex;
  if (client.config.client !== 'pg') {
    return () => {};
  }
  let closing = false;
  const guarded = new WeakSet<PostgresConnection>();
  const guard = async (connection: PostgresConnection) => {
    if (guarded.has(connection)) {
      return;
    }
    guarded.add(connection);
    const { stream } = connection.connection;
    stream.setTimeout(silenceMs);
    stream.on('timeout', () => {
      if (closing && !connection.readyForQuery) {
        stream.destroy(
          new Error(`The database said nothing for ${silenceMs} ms`),
        );
      }
    });
    await connection.query(
      `SET idle_in_transaction_session_timeout = ${idleInTransactionMs}`,
    );
  };

  const acquire = client.acquireRawConnection.bind(client);
  client.acquireRawConnection = async () => {
    const connection: PostgresConnection = await acquire();
    await guard(connection);
    return connection;
  };
  // One that is broken is found to be so by whoever uses it next.
  const guardOpen = (connection: PostgresConnection) =>
    guard(connection).catch(() => {});
  client.pool.on('release', guardOpen);
  const free: PostgresConnection[] = await Promise.all(
    Array.from({ length: client.pool.numFree() }, () =>
      client.acquireConnection(),
    ),
  );
  await Promise.all(free.map(guardOpen));
  free.forEach(connection => client.releaseConnection(connection));

  return () => {
    closing = true;
  };
}
