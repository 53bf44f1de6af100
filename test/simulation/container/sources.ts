import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { OWN_PACKAGES, SHARED_MODULES } from './packages.ts';

/** A source file, and what it becomes before it is loaded. */
export type Changed = { file: string; text(before: string): string };

/** What a file becomes a part of; `undefined`: of whoever imports it. */
export type Apart = (file: string) => string | undefined;

const ROOT = new URL('../../../', import.meta.url).pathname;

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  write: false,
  metafile: true,
  // Nothing is written there.
  outfile: 'product.cjs',
  sourcemap: 'external',
  // As calls of `require`, which the simulation answers.
  supported: { 'dynamic-import': false },
  logLevel: 'error',
  define: { 'import.meta.url': JSON.stringify(import.meta.url) },
} satisfies BuildOptions;

export type Bundle = {
  text: string;
  /** Leads from the text's places to the source. */
  map: string;
  imports: Map<string, string[]>;
};

type Asked = { changed: readonly Changed[]; apart?: Apart };

/** The text of a file with everything it imports, but for what stays apart; and which files it is made from, with the files each imports. */
export const bundleOf = async (
  entry: { file: string } | { text: string },
  { changed, apart = () => undefined }: Asked,
): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    ...OPTIONS,
    ...('file' in entry ? { entryPoints: [entry.file] } : { stdin: { contents: entry.text, resolveDir: ROOT } }),
    plugins: [changing(changed), staying(apart), packages],
  });
  const written = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return {
    // Each import would copy all names of its package; what `require` gives here has its default beside them already.
    text: written('.cjs').replaceAll(/__toESM\((require\("[^"]+"\))(?:, 1)?\)/g, '$1'),
    map: written('.map'),
    imports: new Map(
      Object.entries(metafile.inputs).map(([path, { imports }]) => [
        resolve(ROOT, path),
        imports.filter(({ external }) => !external).map((one) => resolve(ROOT, one.path)),
      ]),
    ),
  };
};

/** The file whose code stands in this line of a bundle, as the comments in it say. */
export const fileAt = (bundle: string, line: number): string | undefined => {
  const before = bundle.split('\n').slice(0, line);
  const comment = before.findLast((text) => /^\/\/ \S+\.ts$/.test(text));
  return comment && resolve(ROOT, comment.slice('// '.length));
};

const changing = (changed: readonly Changed[]): Plugin => ({
  name: 'changed source',
  setup: ({ onLoad }) => {
    if (changed.length === 0) return;
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const found = changed.find(({ file }) => path.endsWith(`/${file}`));
      return found && { contents: found.text(await readFile(path, 'utf8')), loader: 'ts' };
    });
  },
});

/** Imports of these files stay imports, by the name that is given for them. */
const staying = (apart: Apart): Plugin => ({
  name: 'files apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /.*/ }, ({ path, resolveDir, kind }) => {
      if (kind === 'entry-point' || isOutside(path)) return undefined;
      const name = apart(path.startsWith('.') ? resolve(resolveDir, path) : path);
      return name === undefined ? undefined : { path: name, external: true };
    });
  },
});

const packages: Plugin = {
  name: 'packages',
  setup: ({ onResolve }) => {
    onResolve({ filter: /.*/ }, ({ path }) => {
      if (!isOutside(path)) return undefined;
      return { path: path.endsWith(TOKENS) ? SHARED_MODULES.tokens : path, external: true };
    });
  },
};

const TOKENS = '/count-tokens.ts';

const isOutside = (path: string): boolean =>
  path.endsWith(TOKENS) || !(/^[./]/.test(path) || OWN_PACKAGES.includes(path));
