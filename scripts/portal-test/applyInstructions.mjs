import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Does to the portal's files what the installation page says. */
export function applyInstructions({ dir, instructions, versions }) {
  for (const instruction of instructions) {
    if (instruction.kind === 'run') {
      addPackages(dir, instruction.text, versions);
    } else if (instruction.kind === 'lines') {
      addLines(dir, instruction);
    }
  }
}

/**
 * `yarn --cwd <folder> add <package>` as it is once the packages are published:
 * a dependency on the current version.
 */
function addPackages(dir, commands, versions) {
  for (const command of commands.trim().split('\n')) {
    const [, folder, name] =
      /^yarn --cwd (\S+) add (\S+)$/.exec(command) ??
      fail(`cannot follow the command "${command}"`);
    const version = versions[name] ?? fail(`there is no package ${name}`);
    editJson(join(dir, folder, 'package.json'), manifest => ({
      ...manifest,
      dependencies: { ...manifest.dependencies, [name]: `^${version}` },
    }));
  }
}

function addLines(dir, { file, place, text }) {
  const path = join(dir, file);
  const content = readFileSync(path, 'utf8');
  if (place === 'top') {
    writeFileSync(path, text + content);
  } else if (place === 'append') {
    writeFileSync(path, `${content}\n${text}`);
  } else {
    writeFileSync(path, insertBefore(content, place, text, file));
  }
}

/** Wherever the line occurs: a page with several layouts gets it in each. */
function insertBefore(content, place, text, file) {
  const anchor = place.replace(/^before /, '');
  const lines = content.split('\n');
  const isAnchor = line => line.trim() === anchor;
  if (!lines.some(isAnchor)) {
    fail(`a stock portal's ${file} has no line "${anchor}"`);
  }
  const added = text.trimEnd().split('\n');
  return lines
    .flatMap(line => (isAnchor(line) ? [...added, line] : [line]))
    .join('\n');
}

export function editJson(path, edit) {
  const value = edit(JSON.parse(readFileSync(path, 'utf8')));
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

function fail(message) {
  throw new Error(`The installation page and the portal differ: ${message}`);
}
