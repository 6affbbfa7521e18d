/* eslint-disable jest/no-export -- the contract tests of all actions are made here */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Descriptions that others wrote: beside this repository, never in it. */
const CONTRACTS = resolve(__dirname, '../../../../../../shared/contracts');

/**
 * A suite against files under `../shared/contracts`. Where one of them is not, it
 * is skipped, and its name says so.
 */
export function describeContract(
  name: string,
  files: readonly string[],
  suite: (read: (file: string) => string) => void,
): void {
  const missing = files.filter(file => !existsSync(resolve(CONTRACTS, file)));
  const skipped = `skipped: ../shared/contracts/${missing} is not there`;
  (missing.length > 0 ? describe.skip : describe)(
    `${name}${missing.length > 0 ? ` (${skipped})` : ''}`,
    () => suite(file => readFileSync(resolve(CONTRACTS, file), 'utf8')),
  );
}
