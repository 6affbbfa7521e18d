import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { applyInstructions } from './applyInstructions.mjs';

test('lines go to the top, to the end, and before every line that is named', () => {
  const content = '<a>\n  <end/>\n</a>\n<b>\n  <end/>\n</b>\n';
  const apply = (place, text) =>
    applied(content, { kind: 'lines', file: 'file', place, text });
  assert.equal(apply('top', 'x\n'), `x\n${content}`);
  assert.equal(apply('append', 'x\n'), `${content}\nx\n`);
  assert.equal(
    apply('before <end/>', 'x\n'),
    '<a>\nx\n  <end/>\n</a>\n<b>\nx\n  <end/>\n</b>\n',
  );
});

test('a line that a stock portal does not have is named', () => {
  assert.throws(
    () =>
      applied('a\n', {
        kind: 'lines',
        file: 'file',
        place: 'before b',
        text: 'x\n',
      }),
    /a stock portal's file has no line "b"/,
  );
});

test('added packages get the version that was packed', () => {
  const text = 'yarn --cwd . add a-plugin\n';
  const add = versions =>
    applied('{}', { kind: 'run', text }, { file: 'package.json', versions });
  assert.deepEqual(JSON.parse(add({ 'a-plugin': '1.2.3' })), {
    dependencies: { 'a-plugin': '^1.2.3' },
  });
  assert.throws(() => add({}), /there is no package a-plugin/);
});

function applied(content, instruction, { file = 'file', versions = {} } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'portal-'));
  try {
    writeFileSync(join(dir, file), content);
    applyInstructions({ dir, instructions: [instruction], versions });
    return readFileSync(join(dir, file), 'utf8');
  } finally {
    rmSync(dir, { recursive: true });
  }
}
