import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Ignored by git: what the scripts install for themselves, and their logs. */
export const toolsDir = join(root, '.tools');

export const bin = name => join(root, 'node_modules', '.bin', name);

/** Where a stage writes what its programs say. */
export function logFile(name) {
  const dir = join(toolsDir, 'logs');
  mkdirSync(dir, { recursive: true });
  return join(dir, `${name}.log`);
}
