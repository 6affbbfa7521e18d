import { delimiter, dirname, join } from 'node:path';
import { absoluteConfigs } from './configArgs.mjs';
import { yarn } from './dependencies.mjs';
import { runHosted } from './hosted.mjs';
import { bin, root } from './paths.mjs';
import { withPostgres } from './postgres.mjs';

const node = process.execPath;

/** What `npm run <name> -- <args>` does once everything is installed. */
export const commands = {
  start: args =>
    run(
      [bin('backstage-cli'), 'repo', 'start', ...absoluteConfigs(args, root)],
      {
        WORKFLOWS_DATA_DIR:
          process.env.WORKFLOWS_DATA_DIR ?? join(root, '.data'),
      },
    ),

  test: args =>
    withPostgres(env =>
      run(
        [bin('backstage-cli'), 'repo', 'test', ...withoutWatching(args)],
        env,
      ),
    ),

  'test:e2e': args => run([bin('playwright'), 'test', ...args]),

  'test:portals': args =>
    run([join(root, 'scripts', 'portal-test', 'run.mjs'), ...args]),

  chaos: args => run(backendScript('chaos', args)),

  'bench:engine': args => run(backendScript('bench', args)),

  'bench:canvas': args => run(script('workflows', 'bench', args)),

  'bench:intake': args => run(backendScript('bench-intake', args)),

  'bench:templates': args => run(script('workflows-common', 'bench', args)),

  /** `yarn`, `node`, or any program of node_modules/.bin, with the right Node. */
  exec: ([name, ...args]) => run([...program(name), ...args]),
};

function backendScript(folder, args) {
  return script('workflows-backend', folder, args);
}

/** A TypeScript program beside a plugin's sources, run as they are. */
function script(plugin, folder, args) {
  const transform = join(
    root,
    'node_modules/@backstage/cli/config/nodeTransform.cjs',
  );
  const main = join(root, 'plugins', plugin, folder, 'main.ts');
  return ['--require', transform, main, ...args];
}

function program(name) {
  if (name === 'node') {
    return [];
  }
  return [name === 'yarn' ? yarn() : bin(name)];
}

function run(args, env = {}) {
  const path = [dirname(node), join(root, 'node_modules', '.bin')];
  return runHosted({
    node,
    args,
    env: { PATH: [...path, process.env.PATH].join(delimiter), ...env },
  });
}

/** Backstage's CLI watches, and never ends, unless it is told otherwise. */
function withoutWatching(args) {
  return args.some(arg => arg.startsWith('--watch'))
    ? args
    : ['--watchAll=false', ...args];
}
