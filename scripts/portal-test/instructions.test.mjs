import assert from 'node:assert/strict';
import { test } from 'node:test';
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
