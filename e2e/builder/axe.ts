import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: Array<{ html: string; failureSummary: string }>;
}

/** What axe finds in the builder; the portal's own frame is not ours. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          context: object,
          options: object,
        ) => Promise<{ violations: Violation[] }>;
      };
    };
    // Let what fades in be there.
    await Promise.all(
      document
        .getAnimations()
        .map(animation => animation.finished.catch(() => {})),
    );
    const result = await axe.run(
      {
        include: [['[data-builder]'], ['[role=dialog]']].filter(([s]) =>
          document.querySelector(s),
        ),
      },
      { resultTypes: ['violations'] },
    );
    return result.violations;
  });
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes
        .map(({ html, failureSummary }) => `${html}\n${failureSummary}`)
        .join('\n')}`,
  );
}
