import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absoluteConfigs } from './configArgs.mjs';

test('config files are found from the folder where the command was given', () => {
  assert.deepEqual(
    absoluteConfigs(
      ['--config', 'a.yaml', '--config=sub/b.yaml', '--inspect', 'c.yaml'],
      '/repo',
    ),
    [
      '--config',
      '/repo/a.yaml',
      '--config=/repo/sub/b.yaml',
      '--inspect',
      'c.yaml',
    ],
  );
});

test('absolute files and URLs stay as they are', () => {
  const args = [
    '--config',
    '/etc/a.yaml',
    '--config',
    'https://shop.example/b',
  ];
  assert.deepEqual(absoluteConfigs(args, '/repo'), args);
});
