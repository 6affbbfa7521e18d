import type { Bench } from './Bench';
import { notBegun } from './copyExecution';

const AT_A_TIME = 10;

/** Bare inserts of a finished run's row a second, each with its own commit. */
export async function measureFloor(
  { knex }: Bench,
  inserts: number,
): Promise<number> {
  const template = await knex('workflow_executions').first();
  let left = inserts;
  const writer = async () => {
    while (left > 0) {
      left -= 1;
      await knex('workflow_executions').insert(
        notBegun(template, { status: 'COMPLETED', due_at: null }),
      );
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: AT_A_TIME }, writer));
  return (inserts * 1_000) / (performance.now() - startedAt);
}
