import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../setup/paths.mjs';
import { readInstructions } from './instructions.mjs';

const files = portal =>
  readInstructions(portal)
    .filter(({ kind }) => kind === 'lines')
    .map(({ file }) => file);

test('a new portal needs the backend, its configuration and no frontend code', () => {
  assert.deepEqual(files('new'), [
    'packages/backend/src/index.ts',
    'app-config.yaml',
  ]);
});

test('a classic portal needs the route, the sidebar item and the tab as well', () => {
  assert.deepEqual(
    [...new Set(files('legacy'))],
    [
      'packages/backend/src/index.ts',
      'app-config.yaml',
      'packages/app/src/App.tsx',
      'packages/app/src/components/Root/Root.tsx',
      'packages/app/src/components/catalog/EntityPage.tsx',
    ],
  );
});

test('both add the same packages and try the same alert', () => {
  for (const kind of ['run', 'try']) {
    const [inNew, inLegacy] = ['new', 'legacy'].map(portal =>
      readInstructions(portal).filter(instruction => instruction.kind === kind),
    );
    assert.equal(inNew.length, 1);
    assert.deepEqual(inNew, inLegacy);
  }
});

test('the README gives the same lines, except for the configuration', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, section] = readme.split('\n## Put it into your portal\n');
  const [installing] = section.split('\n## ');
  const blocks = [...installing.matchAll(/```\w+\n([^]*?)```/g)];
  assert.deepEqual(
    blocks.map(([, text]) => text),
    readInstructions('legacy')
      .filter(({ kind, file }) => kind !== 'try' && file !== 'app-config.yaml')
      .map(({ text }) => text),
  );
});
