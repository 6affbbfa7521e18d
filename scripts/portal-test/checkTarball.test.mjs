import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { checkTarball } from './checkTarball.mjs';

const manifest = {
  name: 'a-plugin',
  version: '1.2.3',
  main: 'dist/index.cjs.js',
  types: 'dist/index.d.ts',
  exports: {
    './alpha': { import: './dist/alpha.esm.js', types: './dist/alpha.d.ts' },
  },
  files: ['dist', 'migrations'],
  dependencies: { common: '^1.0.0' },
};
const files = [
  'dist/index.cjs.js',
  'dist/index.d.ts',
  'dist/alpha.esm.js',
  'dist/alpha.d.ts',
  'migrations/1_init.js',
];

test('a package with all that its manifest names is fine', () => {
  assert.equal(checked(manifest, files).version, '1.2.3');
});

for (const file of files) {
  test(`a package without its ${file} is not`, () => {
    assert.throws(
      () =>
        checked(
          manifest,
          files.filter(other => other !== file),
        ),
      /a-plugin is packed without (dist|migrations)/,
    );
  });
}

test('a range of the workspace does not get out', () => {
  assert.throws(
    () =>
      checked({ ...manifest, dependencies: { common: 'workspace:^' } }, files),
    /workspace ranges of common/,
  );
});

function checked(packageJson, contents) {
  const dir = mkdtempSync(join(tmpdir(), 'tarball-'));
  try {
    for (const file of contents) {
      mkdirSync(dirname(join(dir, 'package', file)), { recursive: true });
      writeFileSync(join(dir, 'package', file), '');
    }
    const json = JSON.stringify(packageJson);
    writeFileSync(join(dir, 'package', 'package.json'), json);
    const tarball = join(dir, 'a.tgz');
    const paths = [...contents, 'package.json'].map(file => `package/${file}`);
    execFileSync('tar', ['-czf', tarball, '-C', dir, ...paths]);
    return checkTarball(tarball);
  } finally {
    rmSync(dir, { recursive: true });
  }
}
