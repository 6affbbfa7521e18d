/*
 * How many tests passed, failed and were skipped, by what a runner wrote. A file
 * of tests that could not even be loaded counts as one that failed.
 */

export function jestResults(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A test that passed only when repeated has failed. */
export function playwrightResults({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
