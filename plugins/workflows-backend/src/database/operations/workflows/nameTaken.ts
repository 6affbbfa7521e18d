import { ConflictError } from '@backstage/errors';

/** The answer to a broken unique (owner, name). */
export function nameTaken(name: string | undefined) {
  return new ConflictError(
    `The owner already has a workflow named "${name}"; choose another name`,
  );
}
