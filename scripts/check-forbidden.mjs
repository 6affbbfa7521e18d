/* Looks for keys, tokens, registries and machine paths in what git knows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forbidden } from './checks/forbidden.mjs';
import { trackedFiles } from './checks/trackedFiles.mjs';
import { root } from './setup/paths.mjs';

// Yarn's own release is one file of foreign code.
const files = trackedFiles().filter(file => !file.startsWith('.yarn/'));
const problems = files.flatMap(file =>
  forbidden(file, readFileSync(join(root, file), 'utf8')),
);

console.log(
  problems.join('\n') || `Nothing forbidden in ${files.length} files.`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
