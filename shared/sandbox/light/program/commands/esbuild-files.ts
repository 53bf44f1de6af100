import type { Loader, OnLoadResult, OnResolveResult, Plugin } from 'esbuild-wasm';
import type { IFileSystem, ResolvedCommandContext } from 'just-bash';
import * as z from 'zod';

const EXTENSIONS = ['', '.tsx', '.ts', '.jsx', '.js', '.mjs', '.css', '.json'];
const LOADERS: Record<string, Loader> = {
  ...{ ts: 'ts', mts: 'ts', cts: 'ts', tsx: 'tsx', jsx: 'jsx', js: 'jsx', mjs: 'js', cjs: 'js' },
  ...{ css: 'css', json: 'json', txt: 'text' },
};

const packageSchema = z.object({ module: z.string().optional(), main: z.string().optional() });

/** Finds and reads what a bundle is made of among the files of the workspace. */
export const fromWorkspace = ({ fs, cwd }: ResolvedCommandContext): Plugin => ({
  name: 'workspace',
  setup: (build) => {
    const given = build.initialOptions.loader ?? {};
    build.onResolve({ filter: /.*/ }, async ({ path, resolveDir, kind }): Promise<OnResolveResult> => {
      if (/^(https?:|data:)/.test(path)) return { path, external: true };
      const from = resolveDir || cwd;
      const isLocal = kind === 'entry-point' || /^\.{0,2}\//.test(path) || path === '.' || path === '..';
      const found = isLocal ? await fileAt(fs, fs.resolvePath(from, path)) : await inPackages(fs, from, path);
      return found ? { path: found } : { errors: [{ text: `Could not resolve "${path}"` }] };
    });
    build.onLoad({ filter: /.*/ }, async ({ path }): Promise<OnLoadResult> => {
      const extension = /\.([^./]+)$/.exec(path)?.[1] ?? '';
      const loader = given[`.${extension}`] ?? LOADERS[extension];
      if (!loader) return { errors: [{ text: `No loader is configured for ".${extension}" files: ${path}` }] };
      return { contents: await fs.readFileBuffer(path), loader, resolveDir: path.slice(0, path.lastIndexOf('/')) };
    });
  },
});

const isFile = async (fs: IFileSystem, path: string): Promise<boolean> =>
  (await fs.exists(path)) && (await fs.stat(path)).isFile;

const fileAt = async (fs: IFileSystem, path: string): Promise<string | undefined> => {
  for (const base of [path, `${path}/index`]) {
    for (const extension of EXTENSIONS) if (await isFile(fs, base + extension)) return base + extension;
  }
  return undefined;
};

/** In the folders `node_modules` from here upwards, as Node looks for packages; of a package its module, or its main file. */
const inPackages = async (fs: IFileSystem, from: string, path: string): Promise<string | undefined> => {
  const parts = from.split('/');
  for (let end = parts.length; end > 0; end -= 1) {
    const place = `${parts.slice(0, end).join('/')}/node_modules/${path}`;
    const found = (await entryOf(fs, place)) ?? (await fileAt(fs, place));
    if (found) return found;
  }
  return undefined;
};

const entryOf = async (fs: IFileSystem, folder: string): Promise<string | undefined> => {
  const path = `${folder}/package.json`;
  if (!(await isFile(fs, path))) return undefined;
  const { module, main } = packageSchema.parse(JSON.parse(await fs.readFile(path)));
  return fileAt(fs, fs.resolvePath(folder, module ?? main ?? 'index.js'));
};
