import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';
import { PACKAGES_REPLACED } from './replacements.ts';

/**
 * Clients that a function loads by `import()` when it first needs them. They are no part of its `index.mjs`, which every
 * cold start compiles, but lie beside it as packages, each bundled into one file, where Node finds them by name.
 */
export const LAZY_PACKAGES = [
  '@aws-sdk/client-kms',
  '@aws-sdk/client-lambda',
  '@aws-sdk/client-lambda-microvms',
  '@aws-sdk/client-s3',
  '@aws-sdk/client-sesv2',
  '@aws-sdk/client-sfn',
  '@aws-sdk/s3-request-presigner',
  '@modelcontextprotocol/client',
  '@qdrant/js-client-rest',
  're2js',
];

type Import = Metafile['outputs'][string]['imports'][number];

/** The packages a bundle loads lazily. One that it imports in any other way would be loaded at each start after all. */
export function lazyPackagesOf(output: string, imports: Import[]): string[] {
  const found = imports.flatMap(({ path, kind }) => {
    const name = LAZY_PACKAGES.find((one) => path === one || path.startsWith(`${one}/`));
    if (!name) return [];
    if (path === name && kind === 'dynamic-import') return [name];
    throw new Error(`${output} has to load ${name} by import('${name}'); it imports ${path} otherwise.`);
  });
  return [...new Set(found)].sort();
}

/** Bundles each package once and puts it into the folders that want it, by package. */
export function writeLazyPackages(root: string, wanted: Map<string, string[]>, options: BuildOptions): void {
  const names = [...wanted.keys()];
  if (names.length === 0) return;
  const { outputFiles } = buildSync({
    ...options,
    alias: PACKAGES_REPLACED,
    // Some packages name their errors after the class.
    keepNames: true,
    external: [],
    metafile: false,
    entryPoints: Object.fromEntries(names.map((name) => [`${name}/index`, name])),
    absWorkingDir: root,
    outdir: join(root, 'node_modules'),
    write: false,
  });
  for (const [name, folders] of wanted) {
    const code = outputFiles?.find(({ path }) => path === join(root, 'node_modules', name, 'index.mjs'));
    if (!code) throw new Error(`The package ${name} was not bundled.`);
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
    const description = { name, version, type: 'module', exports: './index.mjs' };
    for (const folder of folders) {
      const target = join(folder, 'node_modules', name);
      mkdirSync(target, { recursive: true });
      writeFileSync(join(target, 'index.mjs'), code.contents);
      writeFileSync(join(target, 'package.json'), `${JSON.stringify(description)}\n`);
    }
  }
}

/** Bytes of the packages beside a function's `index.mjs`, by name. */
export function lazyBytes(folder: string): Record<string, number> {
  const sizes = LAZY_PACKAGES.map((name) => {
    const file = statSync(join(folder, 'node_modules', name, 'index.mjs'), { throwIfNoEntry: false });
    return [name, file?.size] as const;
  });
  return Object.fromEntries(sizes.filter((entry): entry is readonly [string, number] => entry[1] !== undefined));
}
