import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { logFile, root } from './paths.mjs';
import { runLogged } from './runLogged.mjs';
import { stage } from './stage.mjs';

const STAMP = join(root, 'node_modules', '.installed');

/** The committed Yarn. */
export function yarn() {
  const releases = join(root, '.yarn', 'releases');
  return join(
    releases,
    readdirSync(releases).find(name => name.startsWith('yarn-')),
  );
}

/** Installs what the lockfile says, unless exactly that was installed last. */
export async function installDependencies(node) {
  const wanted = fingerprint(node);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) {
    return;
  }
  rmSync(STAMP, { force: true });
  await stage('Installing dependencies (some minutes at first)', detail =>
    runLogged({
      command: node,
      args: [yarn(), 'install', '--immutable', '--inline-builds'],
      env: yarnEnv(),
      log: logFile('yarn'),
      onLine: line => {
        const step = /(?:┌|Error:) (.*)/.exec(line)?.[0].replace('┌ ', '');
        if (step) {
          detail(step.slice(0, 120));
        }
      },
      whatToDo:
        'Check the network and the free disk space (2 GB) and run the command again. If a package.json was changed by hand, run the committed Yarn once without --immutable and commit yarn.lock.',
    }),
  );
  writeFileSync(STAMP, wanted);
}

function fingerprint(node) {
  const hash = createHash('sha256').update(
    `${process.platform} ${process.arch} ${node}\0`,
  );
  for (const file of ['package.json', ...pluginManifests(), 'yarn.lock']) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function pluginManifests() {
  return readdirSync(join(root, 'plugins'))
    .map(name => join('plugins', name, 'package.json'))
    .filter(file => existsSync(join(root, file)))
    .sort();
}

/** Yarn does not read npm's settings; what npm was told is meant for both. */
function yarnEnv() {
  const given = {
    YARN_NPM_REGISTRY_SERVER: process.env.npm_config_registry?.replace(
      /\/$/,
      '',
    ),
    YARN_HTTPS_CA_FILE_PATH: process.env.npm_config_cafile,
  };
  return Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) => value && !process.env[name],
    ),
  );
}
