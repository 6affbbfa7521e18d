import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLines, percentile } from './codeLines.mjs';

test('blank lines and comments do not count', () => {
  const text = `/**
 * Says what it does.
 */
export const a = 1; // why

// or which race
/* one line */
export const b = 2;
`;
  assert.equal(codeLines(text), 2);
});

test('a percentile is one of the values, whatever their order', () => {
  const values = [5, 1, 4, 2, 3];
  assert.equal(percentile(values, 0.5), 3);
  assert.equal(percentile(values, 0.95), 5);
  assert.equal(percentile([7], 0.5), 7);
});
