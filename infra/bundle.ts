import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BuildOptions, buildSync, version } from 'esbuild';
import { writeCompressed } from './compressed-files.ts';
import { CONSOLE_READER, writeConsole } from './console/build.ts';
import { type ConsoleSizes, consoleSizes } from './console/manifest.ts';
import { LAZY_MODULES, lazyModuleBytes, lazyModulesOf, writeLazyModules } from './lazy-modules.ts';
import { LAZY_PACKAGES, lazyBytes, lazyPackagesOf, writeLazyPackages } from './lazy-packages.ts';
import { PROGRAMS, writeProgram } from './programs.ts';
import { REPLACED, refuseRequired } from './replacements.ts';
import { functionNames, ROOT, sourcesKey } from './sources.ts';

/**
 * Asset folders by function name; each holds one `index.mjs`, the data files it reads and what it loads at first use: packages
 * in `node_modules`, parts of our own beside it. `bytes` are those of `index.mjs`; `lazy` those of each such package or part;
 * `console` those that browsers load.
 */
export type Bundles = {
  folders: Record<string, string>;
  bytes: Record<string, number>;
  lazy: Record<string, Record<string, number>>;
  console: ConsoleSizes | undefined;
  reused: boolean;
};

/** A build unused for this long is removed; not sooner, because a running local cloud still needs its code. */
const KEPT_FOR = 6 * 60 * 60_000;

/** Data files that a module reads from beside the bundle, by module: in the code they would be compiled at each cold start. */
const DATA_FILES: Record<string, string> = {
  'shared/gateway/tokens/ranks-file.ts': 'node_modules/gpt-tokenizer/data/o200k_base.tiktoken',
  'shared/gateway/tokens/embedding-ranks-file.ts': 'node_modules/gpt-tokenizer/data/cl100k_base.tiktoken',
};

/** The same for those that are sent to browsers: they lie there compressed. */
const SENT_FILES: Record<string, string> = {
  'functions/documentation/script.ts': 'node_modules/rapidoc/dist/rapidoc-min.js',
};

/** The same for folders, without the TypeScript in them: that is code, and part of the bundle where it is wanted. */
const DATA_FOLDERS: Record<string, string> = {
  'shared/builder/templates/files.ts': 'shared/builder/templates',
};

/** Writes `openapi.json`, which the function `documentation` serves, when it is run. */
const DESCRIPTION = 'functions/documentation/write.ts';

/** How functions are bundled. */
export const BUNDLING = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  treeShaking: true,
  splitting: false,
  external: [...LAZY_PACKAGES, ...Object.keys(LAZY_MODULES)],
  alias: REPLACED,
  legalComments: 'none',
  charset: 'utf8',
  // The packages' ES modules, where they have them: CommonJS cannot be tree-shaken.
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  // CommonJS packages inside an ES module still call `require` for Node's own modules.
  banner: {
    js: "import{createRequire as __artelRequire}from'node:module';const require=__artelRequire(import.meta.url);",
  },
  metafile: true,
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** Everything that determines how sources become bundles: the bundler and this code, by content. */
const recipe = (): string => {
  const names = ['lazy-packages.ts', 'lazy-modules.ts', 'compressed-files.ts', 'programs.ts', 'replacements.ts'];
  const ofConsole = ['build.ts', 'licences.ts', 'manifest.ts'].map((name) => join('console', name));
  const beside = [...names, ...ofConsole].map((name) => join(import.meta.dirname, name));
  const files = [import.meta.filename, ...beside, ...Object.values(REPLACED)];
  return JSON.stringify([version, ...files.map((file) => readFileSync(file, 'utf8'))]);
};

/**
 * Bundles every function, or finds the folder where exactly these sources were bundled before.
 * Several processes may do so at once: a build appears by one rename, and the later of two equal builds is dropped.
 */
export function bundle(root: string = ROOT): Bundles {
  const builds = join(root, '.build', 'functions');
  const names = functionNames(root);
  const build = join(builds, sourcesKey(recipe(), root));
  const reused = existsSync(build);
  if (reused) utimesSync(build, new Date(), new Date());
  else {
    publish(builds, build, (folder) => writeBundles(root, names, folder));
    removeOldBuilds(builds);
  }
  const folders = Object.fromEntries(names.map((name) => [name, join(build, name)]));
  const bytes = Object.fromEntries(names.map((name) => [name, statSync(join(build, name, 'index.mjs')).size]));
  const lazy = Object.fromEntries(names.map((name) => [name, lazyOf(join(build, name))]));
  const [sizes] = Object.values(folders).flatMap((folder) => consoleSizes(folder) ?? []);
  return { folders, bytes, lazy, console: sizes, reused };
}

const lazyOf = (folder: string): Record<string, number> => ({ ...lazyBytes(folder), ...lazyModuleBytes(folder) });

function writeBundles(root: string, names: string[], outdir: string): void {
  const entryPoints = Object.fromEntries(names.map((name) => [`${name}/index`, `functions/${name}/handler.ts`]));
  const { metafile } = buildSync({ ...BUNDLING, entryPoints, outdir, absWorkingDir: root });
  refuseRequired(metafile);
  writeFileSync(join(outdir, 'metafile.json'), JSON.stringify(metafile));
  const wanted = new Map<string, string[]>();
  const modules = new Map<string, string[]>();
  for (const [output, { entryPoint, inputs, imports }] of Object.entries(metafile.outputs)) {
    if (!entryPoint) continue;
    const folder = join(outdir, basename(dirname(entryPoint)));
    for (const [module, file] of Object.entries(DATA_FILES)) {
      if (module in inputs) copyFileSync(join(root, file), join(folder, basename(file)));
    }
    for (const [module, from] of Object.entries(DATA_FOLDERS)) {
      if (module in inputs) copyData(join(root, from), join(folder, basename(from)));
    }
    for (const [module, file] of Object.entries(SENT_FILES)) {
      if (module in inputs) writeCompressed(basename(file), readFileSync(join(root, file)), folder);
    }
    if (CONSOLE_READER in inputs) writeConsole(root, folder);
    for (const [module, program] of Object.entries(PROGRAMS)) {
      if (module in inputs) writeProgram(root, program, folder);
    }
    for (const name of lazyPackagesOf(output, imports)) wanted.set(name, [...(wanted.get(name) ?? []), folder]);
    for (const name of lazyModulesOf(output, imports)) modules.set(name, [...(modules.get(name) ?? []), folder]);
  }
  writeLazyPackages(root, wanted, BUNDLING);
  writeLazyModules(root, modules, BUNDLING);
  if (existsSync(join(root, DESCRIPTION))) writeDescription(root, outdir);
}

const copyData = (from: string, to: string): void =>
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.ts') });

/** Makes the API's description from the operations of all functions. Not part of the function that serves it: it is data. */
function writeDescription(root: string, outdir: string): void {
  const program = join(outdir, 'describe.mjs');
  buildSync({
    ...BUNDLING,
    metafile: false,
    minify: false,
    entryPoints: [DESCRIPTION],
    outfile: program,
    absWorkingDir: root,
  });
  execFileSync(process.execPath, [program, join(outdir, 'documentation', 'openapi.json')]);
  rmSync(program);
}

export function publish(builds: string, build: string, write: (folder: string) => void): void {
  mkdirSync(builds, { recursive: true });
  const draft = mkdtempSync(join(builds, 'draft-'));
  // Of programs in it some are run as another user: as root, those behind the wall `process`.
  chmodSync(draft, 0o755);
  try {
    write(draft);
    renameSync(draft, build);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const overtaken = error instanceof Error && 'code' in error && ['ENOTEMPTY', 'EEXIST'].includes(String(error.code));
    if (!overtaken) throw error;
  }
}

function removeOldBuilds(builds: string): void {
  for (const name of readdirSync(builds)) {
    const build = join(builds, name);
    // Another process may have been quicker.
    const lastUse = statSync(build, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - lastUse > KEPT_FOR) rmSync(build, { recursive: true, force: true });
  }
}
