/*
 * Behind `npm run test:portals`: packs the plugins, installs them into portals
 * fresh from `create-app` by the lines of docs/installation.md, and looks at
 * them in Chromium. Takes minutes and 5 GB; the second time it finds the
 * portals' dependencies in the work folder.
 *
 *   --only new|legacy       one of the two portals
 *   --work-dir <folder>     default .tools/portals
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toolsDir } from '../setup/paths.mjs';
import { say, stage } from '../setup/stage.mjs';
import { packPlugins } from './packPlugins.mjs';
import { tryPortal } from './tryPortal.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    'work-dir': { type: 'string', default: join(toolsDir, 'portals') },
  },
});
const workDir = resolve(options['work-dir']);
const portals = ['new', 'legacy'].filter(
  portal => !options.only || options.only === portal,
);
const startedAt = Date.now();

mkdirSync(workDir, { recursive: true });
const packed = await stage('Packing the plugins', () =>
  packPlugins({ dir: join(workDir, 'tarballs') }),
);
const results = {};
for (const portal of portals) {
  try {
    const asserted = await tryPortal({ workDir, portal, packed });
    results[portal] = { ok: true, asserted };
  } catch (error) {
    say(`The portal ${portal}: ${error.stack}`);
    results[portal] = { ok: false, error: error.message };
  }
}
const ok = Object.values(results).every(result => result.ok);
const seconds = Math.round((Date.now() - startedAt) / 1000);
console.log(JSON.stringify({ ok, seconds, ...results }));
process.exit(ok ? 0 : 1);
