/*
 * Behind `npm run test:portals`: packs the plugins, installs them into portals
 * fresh from `create-app` by the lines of docs/installation.md, and looks at
 * them in Chromium. Takes minutes and 5 GB; the second time it finds the
 * portals' dependencies in the work folder.
 *
 *   --only new|legacy       one of the two portals
 *   --work-dir <folder>     default workflows-portals in the system's temp folder;
 *                           never in the repository, whose node_modules would
 *                           lend the portal what the packages forget to declare
 */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { say, stage } from '../setup/stage.mjs';
import { packPlugins } from './packPlugins.mjs';
import { tryPortal } from './tryPortal.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    'work-dir': {
      type: 'string',
      default: join(tmpdir(), 'workflows-portals'),
    },
  },
});
const workDir = resolve(options['work-dir']);
const portals = ['new', 'legacy'].filter(
  portal => !options.only || options.only === portal,
);
const startedAt = Date.now();

const attempt = work =>
  work().then(
    result => ({ ok: true, ...result }),
    error => {
      say(`${error.message}\n${error.whatToDo ?? ''}`);
      return { ok: false, error: error.message };
    },
  );

mkdirSync(workDir, { recursive: true });
const results = {
  packages: await attempt(() =>
    stage('Packing the plugins', () =>
      packPlugins({ dir: join(workDir, 'tarballs') }),
    ),
  ),
};
for (const portal of results.packages.ok ? portals : []) {
  const { packed } = results.packages;
  results[portal] = await attempt(() => tryPortal({ workDir, portal, packed }));
}
const ok = Object.values(results).every(result => result.ok);
const seconds = Math.round((Date.now() - startedAt) / 1000);
console.log(JSON.stringify({ ok, seconds, ...results }));
process.exit(ok ? 0 : 1);
