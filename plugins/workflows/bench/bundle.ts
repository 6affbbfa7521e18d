import { readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import { type Metafile, type Plugin, build } from 'esbuild';

/** The bench draws more than a workflow may hold. */
const withoutLimits: Plugin = {
  name: 'without-limits',
  setup: ({ onLoad }) =>
    onLoad(
      { filter: /workflows-common\/src\/limits\.ts$/ },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        return {
          loader: 'ts',
          contents: source
            .replace(/nodes: 200,/, 'nodes: 5_000,')
            .replace(/edges: 400,/, 'edges: 10_000,')
            .replace(
              /definitionChars: [\d_]+,/,
              'definitionChars: 10_000_000,',
            ),
        };
      },
    ),
};

/** esbuild reads `absoluteTime` as the `AbsoluteTime` beside it. */
const exactCase: Plugin = {
  name: 'exact-case',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\..*\/absoluteTime$/i }, ({ path, resolveDir }) => {
      const { dir, base: name } = parse(join(resolveDir, path));
      const file = readdirSync(dir).find(entry => parse(entry).name === name);
      return file ? { path: join(dir, file) } : undefined;
    }),
};

/** What the portal's bundler brings of Node, and nothing here calls. */
const withoutNode: Plugin = {
  name: 'without-node',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:)?stream$/ }, ({ path }) => ({
      path,
      namespace: 'without-node',
    }));
    onLoad({ filter: /./, namespace: 'without-node' }, () => ({
      contents: 'exports.Transform = class {};',
    }));
  },
};

const BUFFER = 'globalThis.Buffer = { from: () => [], isBuffer: () => false }';

/** Counts renders: React with its profiler, and each node in one. */
const profiling: Plugin = {
  name: 'profiling',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/nodes\/nodeTypes$/ }, () => ({
      path: join(__dirname, 'profiledNodeTypes.tsx'),
    }));
    onResolve({ filter: /^react-dom$/ }, ({ resolveDir }) => ({
      path: require.resolve('react-dom/profiling', { paths: [resolveDir] }),
    }));
    onResolve({ filter: /^scheduler\/tracing$/ }, ({ resolveDir }) => ({
      path: require.resolve('scheduler/tracing-profiling', {
        paths: [resolveDir],
      }),
    }));
  },
};

/** Builds a page for production, with its HTML. Gives which file holds what. */
export async function bundle(
  page: 'barePage' | 'builderPage',
  folder: string,
  options: { profiled?: boolean } = {},
): Promise<Metafile> {
  const outdir = resolve(folder);
  await mkdir(outdir, { recursive: true });
  const { metafile } = await build({
    entryPoints: [join(__dirname, `${page}.tsx`)],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    logLevel: 'error',
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.HAS_REACT_DOM_CLIENT': 'true',
      'process.env': '{}',
      global: 'globalThis',
    },
    loader: Object.fromEntries(
      ['.svg', '.png', '.woff', '.woff2', '.ttf', '.gif'].map(type => [
        type,
        'dataurl',
      ]),
    ),
    plugins: [
      withoutLimits,
      exactCase,
      withoutNode,
      ...(options.profiled ? [profiling] : []),
    ],
  });
  await writeFile(
    join(outdir, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${page}</title><link rel="stylesheet" href="/${page}.css"><body style="margin:0"><div id="root"></div><script>${BUFFER}</script><script type="module" src="/${page}.js"></script></body></html>`,
  );
  return metafile;
}
