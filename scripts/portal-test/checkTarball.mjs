import { execFileSync } from 'node:child_process';

/** What must be in a package besides what its manifest points at. */
const ALSO = {
  'backstage-plugin-workflows-backend': [/^migrations\/\d+_\w+\.js$/],
};

/** What the manifest must offer: the seams that portals look for. */
const OFFERS = {
  'backstage-plugin-workflows-backend': manifest => [manifest.configSchema],
  'backstage-plugin-workflows': manifest => [
    manifest.exports['.'].import,
    manifest.exports['./alpha'].import,
    manifest.exports['./alpha'].types,
  ],
};

/** The manifest of a packed package, once all that it promises is in there. */
export async function checkTarball(tarball) {
  const files = tar('-tzf', tarball)
    .trim()
    .split('\n')
    .map(file => file.replace('package/', ''));
  const manifest = JSON.parse(tar('-xzOf', tarball, 'package/package.json'));
  const { name } = manifest;
  const promised = [
    manifest.main,
    manifest.types,
    ...(OFFERS[name]?.(manifest) ?? []),
  ];
  for (const file of promised) {
    if (!file || !files.includes(file.replace('./', ''))) {
      throw new Error(`${name} promises ${file}, which is not packed`);
    }
  }
  for (const pattern of ALSO[name] ?? []) {
    if (!files.some(file => pattern.test(file))) {
      throw new Error(`${name} is packed without ${pattern}`);
    }
  }
  for (const [dependency, range] of Object.entries(manifest.dependencies)) {
    if (range.startsWith('workspace:')) {
      throw new Error(`${name} is packed with ${dependency}@${range}`);
    }
  }
  return manifest;
}

function tar(...args) {
  return execFileSync('tar', args, { encoding: 'utf8', maxBuffer: 1e8 });
}
