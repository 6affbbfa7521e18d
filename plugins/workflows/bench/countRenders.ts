import type { Page } from '@playwright/test';

const FRAMES = 60;

/** How many nodes render in a frame while one of 500 is dragged. */
export async function countRenders(page: Page): Promise<number> {
  await page.evaluate(() => window.measures.open(500));
  const renders = await page.evaluate(async frames => {
    window.renders.clear();
    await window.measures.drag(frames);
    return [...window.renders];
  }, FRAMES);
  // Beside the dragged node, which renders in each frame, at most those that are
  // selected and let go of render, once.
  const others = renders.map(([, count]) => count).sort((a, b) => b - a);
  process.stdout.write(
    `rendered while dragging: ${others.length} nodes, ${others.slice(
      0,
      5,
    )} times\n`,
  );
  const total = others.reduce((sum, count) => sum + count, 0);
  return Number((total / FRAMES).toFixed(2));
}
