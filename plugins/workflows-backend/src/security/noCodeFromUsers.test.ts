import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const PLUGINS = join(__dirname, '../../..');

/** What would run a text as code, or a program. */
const RUNS_CODE = [
  /\beval\s*\(/,
  /\bnew\s+Function\b/,
  /(?<![\w.'"`])Function\s*\(/,
  /['"`](?:node:)?vm2?['"`]/,
  /['"`](?:node:)?child_process['"`]/,
  /\bsetTimeout\s*\(\s*['"`]/,
  /\bdangerouslySetInnerHTML\b/,
  /\bcreateContextualFragment\b/,
];

/** What would open a way out beside the one that is guarded. */
const OPENS_SOCKETS =
  /(?<![.\w])fetch\s*\(|\bglobalThis\.fetch\b|['"](?:node:)?(?:net|tls|https?|http2|dgram)['"]|from 'undici'|from 'node-fetch'|from 'axios'/;

/** Calls a plugin of the same portal, found by discovery, with a plugin's token. */
const WITHIN_THE_PORTAL = [
  'workflows-backend/src/actions/runbook/ScaffolderClient.ts',
];

/** The sources that are shipped; what only tests use may start processes. */
function shippedSources(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap(entry => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      return /^(testing|__testUtils__|__fixtures__|testUtils)$/.test(entry.name)
        ? []
        : shippedSources(path);
    }
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)
      ? [path]
      : [];
  });
}

const SOURCES = readdirSync(PLUGINS)
  .flatMap(plugin => shippedSources(join(PLUGINS, plugin, 'src')))
  .map(path => ({
    path: relative(PLUGINS, path).split('\\').join('/'),
    // Comments may speak of it.
    code: readFileSync(path, 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, ''),
  }));

it('sees the sources of all plugins', () => {
  const seen = new Set(SOURCES.map(({ path }) => path.split('/')[0]));
  expect([...seen].sort()).toEqual([
    'workflows',
    'workflows-backend',
    'workflows-common',
    'workflows-node',
  ]);
  expect(SOURCES.length).toBeGreaterThan(300);
});

it('runs no text as code, anywhere', () => {
  const found = SOURCES.flatMap(({ path, code }) =>
    RUNS_CODE.filter(pattern => pattern.test(code)).map(
      pattern => `${path}: ${pattern}`,
    ),
  );
  expect(found).toEqual([]);
});

it('opens connections in egress only', () => {
  const found = SOURCES.filter(
    ({ path, code }) =>
      path.startsWith('workflows-backend/src/') &&
      !path.startsWith('workflows-backend/src/egress/') &&
      !WITHIN_THE_PORTAL.includes(path) &&
      OPENS_SOCKETS.test(code.replace(/^import type .*$/gm, '')),
  ).map(({ path }) => path);
  expect(found).toEqual([]);
});
