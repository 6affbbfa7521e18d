import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../setup/freePort.mjs';
import { logFile } from '../setup/paths.mjs';
import { moveToPort } from './testBench.mjs';
import { pathWithYarn } from './yarn.mjs';

const exitWithParent = fileURLToPath(
  new URL('../setup/exitWithParent.cjs', import.meta.url),
);
const READY_MS = 180_000;
const STOP_MS = 10_000;

/**
 * Starts the portal's backend, which serves the built app as well, and gives its
 * address once it says that it is ready.
 */
export async function startPortal({ workDir, portal, dir, env }) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const log = logFile(`portal-run-${portal}`);
  const output = openSync(log, 'w');
  const child = spawn(
    process.execPath,
    [
      '--require',
      exitWithParent,
      join(dir, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'start',
      '--config',
      join(dir, 'app-config.yaml'),
      '--config',
      moveToPort({ dir, url, port }),
    ],
    {
      cwd: join(dir, 'packages/backend'),
      env: { ...process.env, ...env, PATH: pathWithYarn(workDir) },
      stdio: ['ignore', output, output],
      // A group of its own, so that the backend below the CLI ends with it.
      detached: true,
    },
  );
  const ended = new Promise(resolve => child.on('exit', resolve));
  const stop = async () => {
    signalGroup(child.pid, 'SIGTERM');
    await Promise.race([ended, sleep(STOP_MS, undefined, { ref: false })]);
    signalGroup(child.pid, 'SIGKILL');
  };
  try {
    await ready({ url, ended });
  } catch (error) {
    await stop();
    const said = readFileSync(log, 'utf8').split('\n').slice(-30).join('\n');
    throw new Error(
      `${said}\nThe portal ${portal} ${error.message}; see ${log}`,
    );
  }
  return { url, log, stop };
}

async function ready({ url, ended }) {
  const deadline = Date.now() + READY_MS;
  let over = false;
  ended.then(() => {
    over = true;
  });
  while (Date.now() < deadline && !over) {
    const response = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
      () => undefined,
    );
    if (response?.ok) {
      return;
    }
    await sleep(500);
  }
  throw new Error(over ? 'ended early' : 'was not ready in time');
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}
