import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { root } from './paths.mjs';
import { SetupError } from './stage.mjs';

/**
 * Runs a program to its end with its output in a file; a failure names the file
 * and the last lines of it.
 */
export async function runLogged({
  command,
  args,
  cwd = root,
  log,
  env,
  onLine,
  whatToDo,
}) {
  const output = createWriteStream(log);
  const lines = [];
  const code = await new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        output.write(chunk);
        for (const line of String(chunk).split('\n').filter(Boolean)) {
          lines.push(line);
          onLine?.(line);
        }
      });
    }
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => output.end());
  if (code !== 0) {
    throw new SetupError(
      `${lines
        .slice(-8)
        .join(
          '\n',
        )}\nfailed with code ${code}; everything it said is in ${log}`,
      whatToDo,
    );
  }
}
