import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(
  new URL('../../.data/demo-incident', import.meta.url),
);

/** When the latest demo alerts began, which is all that tells them apart. */
export function latestAlerts() {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

export function rememberAlerts(startedAt) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${startedAt}\n`);
}
