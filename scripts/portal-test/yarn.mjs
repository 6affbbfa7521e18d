import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { yarn as yarnFile } from '../setup/dependencies.mjs';
import { logFile } from '../setup/paths.mjs';
import { runLogged } from '../setup/runLogged.mjs';

/** Runs the committed Yarn in a folder. */
export function yarn({ args, cwd, log, whatToDo }) {
  return runLogged({
    command: process.execPath,
    args: [yarnFile(), ...args],
    cwd,
    log: logFile(log),
    whatToDo: whatToDo ?? 'Mend it and run the command again.',
  });
}

/** A PATH on which a program finds `yarn`, and this Node. */
export function pathWithYarn(workDir) {
  const binDir = join(workDir, 'bin');
  mkdirSync(binDir, { recursive: true });
  const script = join(binDir, 'yarn');
  writeFileSync(
    script,
    `#!/bin/sh\nexec "${process.execPath}" "${yarnFile()}" "$@"\n`,
  );
  chmodSync(script, 0o755);
  return [binDir, dirname(process.execPath), process.env.PATH].join(delimiter);
}
