/*
 * Writes the backend's openapi.yaml from the zod schemas; with --check, fails
 * when the file is not what would be written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dump } from 'js-yaml';
import { buildOpenApiDocument } from '../plugins/workflows-common/src/api/openapi';

const target = resolve(
  __dirname,
  '../plugins/workflows-backend/src/schema/openapi.yaml',
);
const written = dump(buildOpenApiDocument(), { noRefs: true, lineWidth: 100 });

if (!process.argv.includes('--check')) {
  writeFileSync(target, written);
} else if (readFileSync(target, 'utf8') !== written) {
  process.stderr.write(
    'openapi.yaml is not current; run: yarn build:openapi\n',
  );
  process.exitCode = 1;
}
