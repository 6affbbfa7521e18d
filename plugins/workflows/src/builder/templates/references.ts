/** A path that a template names. */
export interface Reference {
  /** The names one below the other, for example `incident`, `labels`, `env`. */
  keys: string[];
  from: number;
  to: number;
}

const TEMPLATE = /\{\{([\s\S]*?)\}\}|\{%([\s\S]*?)%\}/g;
const NAME =
  /"[^"]*"|'[^']*'|([A-Za-z_]\w*(?:\.\w+|\[\s*\\?(?:"[^"\\]*\\?"|'[^'\\]*')\s*\]|\[\s*\d+\s*\])*)/g;
const WORDS = new Set(
  'if elif elseif else endif for endfor in and or not is true false none True False None null raw endraw loop recursive'.split(
    ' ',
  ),
);

/** Every path that the templates of a text name; loops' own names are left out. */
export function referencesIn(text: string): Reference[] {
  const own = new Set<string>();
  for (const [, names] of text.matchAll(/\{%-?\s*for\s+([\w\s,]+?)\s+in\s/g)) {
    names.split(',').forEach(name => own.add(name.trim()));
  }
  return [...text.matchAll(TEMPLATE)].flatMap(template => {
    const inside = template[1] ?? template[2];
    const start = template.index + 2;
    return [...inside.matchAll(NAME)].flatMap(({ 1: path, index }) => {
      if (path === undefined) {
        return [];
      }
      const before = inside.slice(0, index);
      const after = inside.slice(index + path.length);
      const keys = keysOf(path);
      const isPath =
        !WORDS.has(keys[0]) &&
        !own.has(keys[0]) &&
        // Neither a filter, nor a test, nor a function, nor an argument's name.
        !/(\||\bis|\bis\s+not)\s*$/.test(before) &&
        !/^\s*(\(|=(?!=))/.test(after) &&
        !/[\w.]$/.test(before);
      return isPath
        ? [{ keys, from: start + index, to: start + index + path.length }]
        : [];
    });
  });
}

function keysOf(path: string): string[] {
  return [...path.matchAll(/\[\s*\\?["']([^"'\\]*)\\?["']\s*\]|\w+/g)].map(
    ([word, key]) => key ?? word,
  );
}
