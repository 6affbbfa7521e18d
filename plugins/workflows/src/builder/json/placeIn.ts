import { jsonLanguage } from '@codemirror/lang-json';

type Node = ReturnType<typeof jsonLanguage.parser.parse>['topNode'];

/** Where the value at a dot path stands in a JSON text, or the nearest around it. */
export function placeIn(
  text: string,
  path: string,
): { from: number; to: number } {
  let at: Node | null = jsonLanguage.parser.parse(text).topNode.firstChild;
  let name: Node | null = null;
  for (let rest = path; rest !== '' && at; ) {
    const found = stepInto(text, at, rest);
    if (!found) {
      break;
    }
    [at, name, rest] = [found.value, found.name, found.rest];
  }
  const { from, to } = name ?? at ?? { from: 0, to: text.length };
  // Of a long value its first line is enough.
  const line = text.indexOf('\n', from);
  return { from, to: line < 0 ? to : Math.min(to, line) };
}

/** One step down; a key may itself hold dots. */
function stepInto(text: string, at: Node, rest: string) {
  if (at.name === 'Array') {
    const [index] = rest.split('.');
    const items = children(at).filter(({ name }) => !'[],'.includes(name));
    const value = items[Number(index)];
    return value && { value, name: null, rest: rest.slice(index.length + 1) };
  }
  for (const property of children(at)) {
    const [name, value] = children(property).filter(
      ({ name: kind }) => kind !== ':',
    );
    const key = name && keyOf(text.slice(name.from, name.to));
    if (value && key !== undefined && `${rest}.`.startsWith(`${key}.`)) {
      return { value, name, rest: rest.slice(key.length + 1) };
    }
  }
  return undefined;
}

function keyOf(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted);
  } catch {
    return undefined;
  }
}

function children(node: Node): Node[] {
  const found: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    found.push(child);
  }
  return found;
}
