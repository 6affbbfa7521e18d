import type { Metafile } from 'esbuild';

const BUILDER =
  /node_modules\/(@xyflow|@dagrejs|@rjsf|@codemirror|@lezer|zundo)\//;

/** The page must load without React Flow: only the builder brings it. */
export function checkLazy({ outputs }: Metafile) {
  const [entry] =
    Object.entries(outputs).find(([, { entryPoint }]) =>
      entryPoint?.endsWith('builderPage.tsx'),
    ) ?? [];
  const open = entry ? [entry] : [];
  const loaded = new Set<string>();
  while (open.length > 0) {
    const file = open.pop()!;
    if (loaded.has(file)) {
      continue;
    }
    loaded.add(file);
    open.push(
      ...outputs[file].imports
        .filter(({ kind }) => kind === 'import-statement')
        .map(({ path }) => path)
        .filter(path => path in outputs),
    );
  }
  const early = [...loaded].flatMap(file =>
    Object.keys(outputs[file].inputs).filter(input => BUILDER.test(input)),
  );
  if (loaded.size === 0 || early.length > 0) {
    throw new Error(
      `The canvas loads before the builder opens: ${early.slice(0, 5)}`,
    );
  }
  process.stdout.write(
    `the first page loads ${loaded.size} files, none of them with React Flow\n`,
  );
}
