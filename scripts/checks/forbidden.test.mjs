import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forbidden } from './forbidden.mjs';

// Put together here, so that this file itself stays clean.
const cases = {
  'a private key': ['a.pem', ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' ')],
  'a path of one machine': ['a.ts', ["x('", 'home/ada/shop/'].join('/')],
  'a token': ['a.md', `token ${'ghp_'}${'a'.repeat(36)}`],
  'a registry in the lockfile': ['yarn.lock', 'https://registry.example/a.tgz'],
  'a registry in the settings': ['.npmrc', 'registry=https://npm.example/'],
};

for (const [name, [file, text]] of Object.entries(cases)) {
  test(`${name} is found, with its line`, () => {
    const [problem, ...others] = forbidden(file, `fine\n${text}\nfine`);
    assert.match(problem, new RegExp(`^${file}:2 holds `));
    assert.deepEqual(others, []);
  });
}

test('URLs and paths that belong to no machine are fine', () => {
  const text = [
    'https://shop.example/home/page/1',
    './src/home/page/',
    'GET /api/workflows/work/items/',
  ].join('\n');
  assert.deepEqual(forbidden('a.ts', text), []);
});
