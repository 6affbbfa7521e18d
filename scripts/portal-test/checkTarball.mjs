import { execFileSync } from 'node:child_process';

/** The manifest of a packed package, once all that it promises is in there. */
export function checkTarball(tarball) {
  const files = tar('-tzf', tarball)
    .trim()
    .split('\n')
    .map(file => file.replace('package/', ''));
  const manifest = JSON.parse(tar('-xzOf', tarball, 'package/package.json'));
  const missing = promises(manifest).filter(
    path => !files.some(file => file === path || file.startsWith(`${path}/`)),
  );
  const unpublished = Object.entries(manifest.dependencies)
    .filter(([, range]) => range.startsWith('workspace:'))
    .map(([name]) => name);
  if (missing.length > 0) {
    throw new Error(`${manifest.name} is packed without ${missing.join(', ')}`);
  }
  if (unpublished.length > 0) {
    throw new Error(
      `${manifest.name} is packed with workspace ranges of ${unpublished}`,
    );
  }
  return manifest;
}

/** Every file and folder that the manifest names. */
function promises({ main, types, configSchema, exports = {}, files }) {
  const entries = Object.values(exports).flatMap(entry =>
    typeof entry === 'string'
      ? [entry]
      : [entry.import, entry.types, entry.default],
  );
  return [main, types, ...files, ...entries, configSchema]
    .filter(Boolean)
    .map(path => path.replace(/^\.\//, ''));
}

function tar(...args) {
  return execFileSync('tar', args, { encoding: 'utf8', maxBuffer: 1e8 });
}
