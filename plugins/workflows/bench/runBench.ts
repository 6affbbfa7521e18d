import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, chromium as engine } from '@playwright/test';
import { chromium } from '../../../e2e/portal/chromium';
import { bundle } from './bundle';
import { checkLazy } from './checkLazy';
import { countRenders } from './countRenders';
import { countTypingTasks } from './countTypingTasks';
import type { Measures } from './measures';
import { serve } from './serve';

const FRAMES = 120;

export interface BenchReport {
  nodes500: {
    dragRatio: number;
    panRatio: number;
    rerendersPerDragFrame: number;
    typingLongTasks: number;
    openRatio: number;
  };
  nodes2000: { panRatio: number; openRatio: number };
}

type Figure = { open: number; drag: number; pan: number };

/** Measures the builder beside bare React Flow, turn by turn in one browser. */
export async function runBench(rounds: number): Promise<BenchReport> {
  const folder = await mkdtemp(join(tmpdir(), 'workflows-bench-'));
  const at = (name: string) => join(folder, name);
  try {
    await bundle('barePage', at('bare'));
    checkLazy(await bundle('builderPage', at('builder')));
    await bundle('builderPage', at('profiled'), { profiled: true });
    const servers = {
      bare: await serve(at('bare')),
      builder: await serve(at('builder')),
      profiled: await serve(at('profiled')),
    };
    const browser = await engine.launch(chromium());
    try {
      const small = await compare(browser, servers, 500, rounds);
      const large = await compare(browser, servers, 2_000, rounds);
      return {
        nodes500: {
          dragRatio: small.drag,
          panRatio: small.pan,
          rerendersPerDragFrame: await countRenders(
            await open(browser, servers.profiled.url),
          ),
          typingLongTasks: await countTypingTasks(
            await open(browser, servers.builder.url),
          ),
          openRatio: small.open,
        },
        nodes2000: { panRatio: large.pan, openRatio: large.open },
      };
    } finally {
      await browser.close();
      Object.values(servers).forEach(server => server.stop());
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(
  browser: Browser,
  servers: Record<'bare' | 'builder', { url: string }>,
  nodes: number,
  rounds: number,
): Promise<Figure> {
  const bare: Figure[] = [];
  const builder: Figure[] = [];
  // The first of each warms up, and counts for nothing.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, figures] of [
      ['bare', bare],
      ['builder', builder],
    ] as const) {
      const page = await open(browser, servers[name].url);
      const figure = await measure(page, nodes);
      await page.close();
      if (round > 0) {
        figures.push(figure);
        say(`${nodes} nodes, ${name}, round ${round}`, figure);
      }
    }
  }
  const ratio = (field: keyof Figure) =>
    Number((median(builder, field) / median(bare, field)).toFixed(2));
  return { open: ratio('open'), drag: ratio('drag'), pan: ratio('pan') };
}

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
  });
  page.on('pageerror', error => process.stderr.write(`${error.stack}\n`));
  await page.goto(`${url}/`);
  await page.waitForFunction(() => 'measures' in window);
  await page.locator('a, .react-flow').first().waitFor();
  // What both pages load once is there before anything is measured.
  await ask(page, 'open', 20);
  return page;
}

async function measure(page: Page, nodes: number): Promise<Figure> {
  return {
    open: await ask(page, 'open', nodes),
    drag: await ask(page, 'drag', FRAMES),
    pan: await ask(page, 'pan', FRAMES),
  };
}

const ask = (page: Page, name: keyof Measures, value: number) =>
  page.evaluate(
    ([what, of]) => window.measures[what as keyof Measures](of as number),
    [name, value] as const,
  );

function median(figures: Figure[], field: keyof Figure) {
  const sorted = figures.map(figure => figure[field]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function say(what: string, { open: ms, drag, pan }: Figure) {
  process.stdout.write(
    `${what}: open ${ms.toFixed(0)} ms, drag ${drag.toFixed(
      1,
    )} frames/s, pan ${pan.toFixed(1)} frames/s\n`,
  );
}
