import { readFile } from 'node:fs/promises';
import { Script } from 'node:vm';
import { build } from 'esbuild';

/** Small packages that keep state, or tell the time: each container has its own. All others are shared, as they keep none. */
const OWN_PACKAGES = ['lru-cache', 'ulid', '@middy/core', '@middy/util'];

/** Of the project, and without state but caches of what never changes: loaded once, because loading them takes long. */
export const SHARED_MODULES = { pii: '#pii', tokens: 'artel:count-tokens' };

/** What a container finds as its globals instead of the process's own. */
export const GLOBALS = [
  'require',
  'module',
  'exports',
  'Date',
  'Math',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'performance',
  'crypto',
  'AbortSignal',
  'process',
  'globalThis',
  'global',
] as const;

/** A source file, and what it becomes before it is loaded. */
export type Changed = { file: string; text(before: string): string };

export type Load = (...globals: unknown[]) => void;

/**
 * All handlers as one script that is run once for each container, as a cold start does. A function's parameters shadow the
 * globals: time, chance and the outside world come from the simulation, and the code of the product is as it is.
 */
export const bundled = async (changed?: Changed): Promise<Load> => {
  const { outputFiles } = await build({
    entryPoints: [new URL('./entry.ts', import.meta.url).pathname],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    write: false,
    // As calls of `require`, which the simulation answers.
    supported: { 'dynamic-import': false },
    logLevel: 'error',
    define: { 'import.meta.url': JSON.stringify(import.meta.url) },
    plugins: [
      {
        name: 'containers',
        setup: ({ onResolve, onLoad }) => {
          if (changed) {
            onLoad({ filter: /\.ts$/ }, async ({ path }) => {
              if (!path.endsWith(`/${changed.file}`)) return undefined;
              return { contents: changed.text(await readFile(path, 'utf8')), loader: 'ts' };
            });
          }
          onResolve({ filter: /.*/ }, ({ path }) => {
            if (path === SHARED_MODULES.pii) return { path, external: true };
            if (path.endsWith('/count-tokens.ts')) return { path: SHARED_MODULES.tokens, external: true };
            if (/^[./]/.test(path) || OWN_PACKAGES.includes(path)) return undefined;
            return { path, external: true };
          });
        },
      },
    ],
  });
  // Each import would copy all names of its package; what `require` gives here has its default beside them already.
  const code = (outputFiles[0]?.text ?? '').replaceAll(/__toESM\((require\("[^"]+"\))(?:, 1)?\)/g, '$1');
  return new Script(`(function(${GLOBALS.join()}){${code}\n})`, {
    filename: 'container.cjs',
  }).runInThisContext() as Load;
};
