import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { checkTarball } from './checkTarball.mjs';
import { yarn } from './yarn.mjs';

const PLUGINS = [
  'workflows-common',
  'workflows-node',
  'workflows-backend',
  'workflows',
];

/** Builds and packs the plugins as for a release: `{ packed }`, with name, version and file of each. */
export async function packPlugins({ dir }) {
  await yarn({
    args: ['tsc', '--pretty', 'false'],
    cwd: root,
    log: 'portal-tsc',
  });
  await yarn({ args: ['build:all'], cwd: root, log: 'portal-build' });
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const packed = [];
  for (const plugin of PLUGINS) {
    packed.push(await pack(plugin, dir));
  }
  return { packed };
}

async function pack(plugin, dir) {
  const out = join(dir, `${plugin}.tgz`);
  await yarn({
    args: ['pack', '--out', out],
    cwd: join(root, 'plugins', plugin),
    log: `portal-pack-${plugin}`,
  });
  const { name, version } = checkTarball(out);
  // Yarn keeps what it has seen under one path; new content gets a new path.
  const hash = createHash('sha256').update(readFileSync(out)).digest('hex');
  const file = join(dir, `${plugin}-${version}-${hash.slice(0, 12)}.tgz`);
  renameSync(out, file);
  return { name, version, file };
}
