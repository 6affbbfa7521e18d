import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const exitWithParent = fileURLToPath(
  new URL('./exitWithParent.cjs', import.meta.url),
);

/**
 * Runs a Node program in the foreground until it ends, hands signals on to it,
 * and gives its exit code. It ends when this process is gone, however that came.
 */
export function runHosted({ node, args, env }) {
  const child = spawn(node, ['--require', exitWithParent, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const forward = signal => {
    // A terminal sends Ctrl-C to the whole group: the child has it already, and
    // a second one would stop it before it has cleaned up.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) {
      child.kill(signal);
    }
  };
  SIGNALS.forEach(signal => process.on(signal, forward));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      resolve(code ?? 128 + (constants.signals[signal] ?? 0)),
    );
  }).finally(() => SIGNALS.forEach(signal => process.off(signal, forward)));
}
