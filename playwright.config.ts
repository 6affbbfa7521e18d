import { defineConfig } from '@playwright/test';
import { chromium } from './e2e/portal/chromium';

export default defineConfig({
  testDir: './e2e',
  // All of the builder takes ten minutes; the short form draws, and looks with axe.
  testIgnore:
    process.env.WORKFLOWS_E2E === 'short'
      ? /builder\/(adding|editing|fields|gallery|inspecting|problems|saving|trying|viewing)\.spec/
      : [],
  outputDir: './test-results/browser',
  globalSetup: './e2e/portal/globalSetup',
  // The specs share one portal; each makes what it looks at.
  fullyParallel: false,
  workers: 1,
  // A busy machine takes its time; nothing waits this long when all is well.
  timeout: 300_000,
  expect: { timeout: 45_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: chromium(),
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
