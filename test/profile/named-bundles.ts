import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { BUNDLING, type Bundles, bundle } from '../../infra/bundle.ts';
import { LAZY_MODULES } from '../../infra/lazy-modules.ts';
import { ROOT } from '../../infra/sources.ts';

const OPTIONS = { ...BUNDLING, minify: false, metafile: false, sourcemap: 'external' } as const;

/** The functions as they are deployed, but with the names of the sources, and maps that lead back to them. */
export const namedBundles = (): Bundles => {
  const built = bundle();
  const target = join(ROOT, '.build', 'profiles', 'functions');
  rmSync(target, { recursive: true, force: true });
  const names = Object.keys(built.folders);
  const folders = Object.fromEntries(names.map((name) => [name, join(target, name)]));
  for (const name of names) cpSync(built.folders[name] ?? '', folders[name] ?? '', { recursive: true });
  const entryPoints = Object.fromEntries(names.map((name) => [`${name}/index`, `functions/${name}/handler.ts`]));
  buildSync({ ...OPTIONS, entryPoints, outdir: target, absWorkingDir: ROOT });
  for (const [name, source] of Object.entries(LAZY_MODULES)) {
    const beside = Object.values(folders).map((folder) => join(folder, `${name.slice(1)}.mjs`));
    for (const outfile of beside.filter((file) => existsSync(file))) {
      buildSync({ ...OPTIONS, entryPoints: [source], outfile, absWorkingDir: ROOT });
    }
  }
  return { ...built, folders, reused: false };
};
