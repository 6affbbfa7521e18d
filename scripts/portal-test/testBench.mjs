import { randomBytes } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { editJson } from './applyInstructions.mjs';

/*
 * What only the test needs, apart from what a user adds: packages that are not
 * published yet come from tarballs, nothing is compiled, ports are free ones.
 */

/** Lets the portal install without a compiler and take our packages from files. */
export function prepareInstall({ dir, packed }) {
  const ours = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const tarballs = packed.map(({ name, file }) => [name, `file:${file}`]);
  editJson(join(dir, 'package.json'), manifest => ({
    ...manifest,
    resolutions: {
      ...manifest.resolutions,
      ...ours.resolutions,
      ...Object.fromEntries(tarballs),
    },
  }));
  appendFileSync(
    join(dir, '.yarnrc.yml'),
    'enableScripts: false\nenableTelemetry: false\n',
  );
}

/** Writes the configuration file that moves the portal to a free port. */
export function moveToPort({ dir, url, port }) {
  const file = join(dir, 'app-config.test-bench.yaml');
  writeFileSync(
    file,
    `app:
  baseUrl: ${url}
backend:
  baseUrl: ${url}
  listen:
    host: 127.0.0.1
    port: ${port}
`,
  );
  return file;
}

/** The environment variables that the documented configuration reads. */
export function secrets() {
  return {
    ALERTMANAGER_TOKEN: randomBytes(16).toString('hex'),
    WORKFLOWS_SECRET_KEY: randomBytes(32).toString('base64'),
  };
}
