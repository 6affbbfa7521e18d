import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jestResults, playwrightResults } from './testResults.mjs';

test('a suite that could not be loaded counts as a failure of jest', () => {
  const report = {
    numPassedTests: 10,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 2,
    numPendingTests: 3,
    numTodoTests: 0,
  };
  assert.deepEqual(jestResults(report), { passed: 10, failed: 3, skipped: 3 });
});

test('a flaky test and a failed set-up count as failures of Playwright', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  assert.deepEqual(playwrightResults({ stats, errors: [{}] }), {
    passed: 4,
    failed: 3,
    skipped: 2,
  });
});
