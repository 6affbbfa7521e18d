import { join } from 'node:path';
import { stage } from '../setup/stage.mjs';
import { applyInstructions } from './applyInstructions.mjs';
import { createPortal } from './createPortal.mjs';
import { readInstructions } from './instructions.mjs';
import { lookAtPortal } from './lookAtPortal.mjs';
import { startPortal } from './startPortal.mjs';
import { prepareInstall, secrets } from './testBench.mjs';
import { yarn } from './yarn.mjs';

/** One portal from nothing to what the browser shows; gives `{ asserted }`. */
export async function tryPortal({ workDir, portal, packed }) {
  const instructions = readInstructions(portal);
  const dir = await stage(`Portal ${portal}: create`, async () => {
    const created = await createPortal({ workDir, portal });
    applyInstructions({
      dir: created,
      instructions,
      versions: Object.fromEntries(
        packed.map(({ name, version }) => [name, version]),
      ),
    });
    prepareInstall({ dir: created, packed });
    return created;
  });
  const inPortal = (name, args, cwd = dir) =>
    stage(`Portal ${portal}: ${name}`, () =>
      yarn({ args, cwd, log: `portal-${name}-${portal}` }),
    );
  await inPortal('install', ['install']);
  await inPortal('tsc', ['tsc', '--pretty', 'false']);
  await inPortal('build', ['build'], join(dir, 'packages/app'));

  const env = secrets();
  const running = await stage(`Portal ${portal}: start`, () =>
    startPortal({ workDir, portal, dir, env }),
  );
  try {
    const asserted = await stage(`Portal ${portal}: look`, () =>
      lookAtPortal({
        url: running.url,
        tryOut: instructions.find(({ kind }) => kind === 'try').text,
        env,
        screenshots: join(workDir, 'screenshots', portal),
      }),
    );
    return { asserted };
  } finally {
    await running.stop();
  }
}
