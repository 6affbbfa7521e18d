import type { Page } from '@playwright/test';

/** Long tasks (over 50 ms) while one types in the inspector, with 500 nodes. */
export async function countTypingTasks(page: Page): Promise<number> {
  await page.evaluate(() => window.measures.open(500));
  await page
    .locator('.react-flow__node-action')
    .nth(100)
    .dispatchEvent('click');
  const url = page.getByRole('textbox', { name: /^URL/ });
  await url.focus();
  await page.keyboard.press('End');
  await page.keyboard.type('/warm');
  await page.waitForTimeout(1_000);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver(list =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' });
  });
  await page.keyboard.type('/channels/payments-oncall/messages', { delay: 80 });
  await page.waitForTimeout(1_000);
  const tasks = await page.evaluate(
    () => (window as unknown as { tasks: number[] }).tasks,
  );
  process.stdout.write(
    `long tasks while typing: ${
      tasks.map(ms => `${ms} ms`).join(', ') || 'none'
    }\n`,
  );
  return tasks.length;
}
