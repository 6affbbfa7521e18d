import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';

/** The page that tells people what to do; the test does exactly that. */
export const PAGE = join('docs', 'installation.md');

// <!-- portal: all|new|legacy; run|try -->            a fenced block of commands
// <!-- portal: …; <file>; top|append|before <line> --> a fenced block of lines for a file
const MARKED_BLOCK =
  /<!-- portal: (?<portal>[^;\n]+); (?<what>[^\n]+) -->\n\n```\w+\n(?<text>[^]*?)```/g;

/** The marked blocks of the installation page for one portal, in their order. */
export function readInstructions(portal) {
  const page = readFileSync(join(root, PAGE), 'utf8');
  return [...page.matchAll(MARKED_BLOCK)]
    .map(({ groups }) => parse(groups))
    .filter(instruction => ['all', portal].includes(instruction.portal));
}

function parse({ portal, what, text }) {
  const [target, ...rest] = what.split('; ');
  return target === 'run' || target === 'try'
    ? { portal, kind: target, text }
    : { portal, kind: 'lines', file: target, place: rest.join('; '), text };
}
