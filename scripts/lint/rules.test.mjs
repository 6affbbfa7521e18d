import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import { root } from '../setup/paths.mjs';

const eslint = new ESLint({ cwd: root });

/** The rules that a text breaks when it stands in this file. */
async function broken(file, text) {
  const [{ messages }] = await eslint.lintText(text, {
    filePath: join(root, 'plugins', file),
  });
  return messages
    .map(({ ruleId, message }) => ruleId ?? message)
    .filter(id => /restricted/.test(id));
}

const backend = 'workflows-backend/src';
const transaction = body =>
  `export const f = (knex: any) => knex.transaction(async (trx: any) => { ${body} });`;

const cases = [
  [
    'a folder cannot import against the way of the data',
    `${backend}/engine/sample.ts`,
    "export { x } from '../service/types';",
    'import/no-restricted-paths',
  ],
  [
    'the router cannot reach the database past the services',
    `${backend}/router/sample.ts`,
    "export { x } from '../database/openDatabase';",
    'import/no-restricted-paths',
  ],
  [
    'a service may reach the database',
    `${backend}/service/sample.ts`,
    "export { x } from '../database/openDatabase';",
  ],
  [
    'the outer knex cannot be used inside a transaction',
    `${backend}/database/sample.ts`,
    transaction("await knex('workflows').first();"),
    'no-restricted-syntax',
  ],
  [
    'nor handed on',
    `${backend}/database/sample.ts`,
    transaction('await insert({ knex });'),
    'no-restricted-syntax',
  ],
  [
    'nor as a field',
    `${backend}/database/sample.ts`,
    'export class A { f(){ return this.knex.transaction(async () => this.knex.raw("")); } }',
    'no-restricted-syntax',
  ],
  [
    'the trx may be used and handed on as knex',
    `${backend}/database/sample.ts`,
    transaction("await trx('workflows').first(); await insert({ knex: trx });"),
  ],
  [
    'only egress opens connections',
    `${backend}/actions/sample.ts`,
    "export { request } from 'undici';\nimport net from 'node:net';\nfetch(net);",
    'no-restricted-imports',
    'no-restricted-imports',
    'no-restricted-syntax',
  ],
  [
    'egress may',
    `${backend}/egress/sample.ts`,
    "export { request } from 'undici';\nexport { isIP } from 'node:net';",
  ],
  [
    'the common package does no I/O',
    'workflows-common/src/sample.ts',
    "export { readFile } from 'node:fs';\nexport { useState } from 'react';\nexport { knex } from 'knex';",
    'no-restricted-imports',
    'no-restricted-imports',
    'no-restricted-imports',
  ],
  [
    'the node package takes only types of knex',
    'workflows-node/src/sample.ts',
    "import { knex } from 'knex';\nimport type { Knex } from 'knex';\nexport type { Knex };\nknex();",
    'no-restricted-syntax',
  ],
  [
    'a view does not talk to the backend by itself',
    'workflows/src/components/sample.tsx',
    "import { fetchApiRef } from '@backstage/core-plugin-api';\nwindow.fetch(fetchApiRef.id);",
    'no-restricted-syntax',
    'no-restricted-syntax',
  ],
  [
    'api/ may',
    'workflows/src/api/sample.ts',
    "export { fetchApiRef } from '@backstage/core-plugin-api';\nimport { fetchApiRef as f } from '@backstage/core-plugin-api';\nf.id;",
  ],
];

for (const [name, file, text, ...expected] of cases) {
  test(name, async () => {
    assert.deepEqual((await broken(file, text)).sort(), [...expected].sort());
  });
}
