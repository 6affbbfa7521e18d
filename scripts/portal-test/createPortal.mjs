import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { logFile } from '../setup/paths.mjs';
import { runLogged } from '../setup/runLogged.mjs';
import { pathWithYarn } from './yarn.mjs';

/**
 * Later ones that the portal's range allows need a router that its release does
 * not have, and do not say so.
 */
const RESOLUTIONS = { '@backstage/plugin-signals-backend': '0.3.19' };

const CREATE_APP = '@backstage/create-app@0.9.2';

/**
 * A stock portal in `<workDir>/<portal>`. What an earlier run installed there
 * stays, and every file that `create-app` writes is as it writes it, but for one
 * resolution.
 */
export async function createPortal({ workDir, portal }) {
  const cli = await createAppCli(workDir);
  const fresh = join(workDir, `${portal}-fresh`);
  rmSync(fresh, { recursive: true, force: true });
  await runLogged({
    command: process.execPath,
    args: [
      cli,
      '--skip-install',
      '--path',
      fresh,
      ...(portal === 'legacy' ? ['--legacy'] : []),
    ],
    env: { BACKSTAGE_APP_NAME: 'portal', PATH: pathWithYarn(workDir) },
    log: logFile(`portal-create-${portal}`),
    whatToDo: 'Mend it and run the command again.',
  });
  addResolutions(join(fresh, 'package.json'));
  const dir = join(workDir, portal);
  cpSync(fresh, dir, { recursive: true, filter: keepInstalled(fresh, dir) });
  rmSync(fresh, { recursive: true });
  return dir;
}

function addResolutions(file) {
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.resolutions = { ...manifest.resolutions, ...RESOLUTIONS };
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The new lockfile is empty, and the new repository is of no use. */
function keepInstalled(fresh, dir) {
  const lockfile = join(fresh, 'yarn.lock');
  return source =>
    source !== join(fresh, '.git') &&
    (source !== lockfile || !existsSync(join(dir, 'yarn.lock')));
}

async function createAppCli(workDir) {
  const prefix = join(workDir, 'create-app');
  const cli = join(
    prefix,
    'node_modules/@backstage/create-app/bin/backstage-create-app',
  );
  if (!existsSync(cli)) {
    mkdirSync(prefix, { recursive: true });
    await runLogged({
      command: 'npm',
      args: [
        'install',
        '--no-audit',
        '--no-fund',
        '--prefix',
        prefix,
        CREATE_APP,
      ],
      log: logFile('portal-create-app'),
      whatToDo: 'Check that npm reaches its registry (npm ping).',
    });
  }
  return cli;
}
