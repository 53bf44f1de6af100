import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';

/**
 * Parts of our own that a function loads by `import()` when it first needs them, by the name that the root's
 * `package.json` gives them under `imports`. Each lies beside `index.mjs` as one file, under the same name.
 */
export const LAZY_MODULES: Record<string, string> = {
  '#pii': 'shared/pii/index.ts',
  '#plan-picture': 'shared/plans/view/picture/draw.ts',
};

type Import = Metafile['outputs'][string]['imports'][number];

const fileOf = (name: string): string => `${name.slice(1)}.mjs`;

/** The modules a bundle loads lazily. One that it imports in any other way would be loaded at each start after all. */
export function lazyModulesOf(output: string, imports: Import[]): string[] {
  const found = imports.filter(({ path }) => path in LAZY_MODULES);
  for (const { path, kind } of found) {
    if (kind !== 'dynamic-import') throw new Error(`${output} has to load ${path} by import('${path}').`);
  }
  return [...new Set(found.map(({ path }) => path))].sort();
}

/** Bundles each module once and puts it into the folders that want it, by name. */
export function writeLazyModules(root: string, wanted: Map<string, string[]>, options: BuildOptions): void {
  const folders = new Map<string, string[]>();
  for (const [name, targets] of wanted) {
    const { outputFiles } = buildSync({
      ...options,
      metafile: false,
      entryPoints: [LAZY_MODULES[name]!],
      absWorkingDir: root,
      outdir: root,
      write: false,
    });
    for (const folder of targets) {
      writeFileSync(join(folder, fileOf(name)), outputFiles![0]!.contents);
      folders.set(folder, [...(folders.get(folder) ?? []), name]);
    }
  }
  for (const [folder, names] of folders) {
    const imports = Object.fromEntries(names.map((name) => [name, `./${fileOf(name)}`]));
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ type: 'module', imports })}\n`);
  }
}

/** Bytes of the modules beside a function's `index.mjs`, by name. */
export function lazyModuleBytes(folder: string): Record<string, number> {
  const sizes = Object.keys(LAZY_MODULES).map((name) => {
    const file = statSync(join(folder, fileOf(name)), { throwIfNoEntry: false });
    return [name, file?.size] as const;
  });
  return Object.fromEntries(sizes.filter((entry): entry is readonly [string, number] => entry[1] !== undefined));
}
