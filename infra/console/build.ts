import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';
import mime from 'mime';
import { sha256 } from '../../shared/core/digest.ts';
import { writeCompressed } from '../compressed-files.ts';
import { licencesOf } from './licences.ts';
import { folderIn, writeManifest } from './manifest.ts';

/** The module that reads the console's files from beside the bundle. */
export const CONSOLE_READER = 'functions/console/files.ts';

const SCRIPT = 'console/src/main.tsx';
const STYLE = 'console/src/style.css';
const ICON = 'console/icon.svg';

/** How the console is bundled. What a screen loads by `import()` becomes a file of its own. */
const BUNDLING = {
  entryPoints: [SCRIPT, STYLE, ICON],
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.svg': 'copy' },
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  // They are in a file of their own.
  legalComments: 'none',
  charset: 'utf8',
  sourcemap: false,
  metafile: true,
  write: false,
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** Builds the console into the folder of the function that serves it: each file in two codings, and a list of them. */
export function writeConsole(root: string, functionFolder: string): void {
  const { outputFiles, metafile, warnings } = buildSync({ ...BUNDLING, absWorkingDir: root, outdir: root });
  const [warning] = warnings;
  if (warning) throw new Error(`${warning.text} (${warning.location?.file}:${warning.location?.line})`);

  const licences = Buffer.from(licencesOf(root, metafile));
  const licencesName = `licences-${sha256(licences).slice(0, 8)}.txt`;
  const files = new Map<string, Uint8Array>(outputFiles.map(({ path, contents }) => [basename(path), contents]));
  files.set(licencesName, licences);

  const folder = folderIn(functionFolder);
  mkdirSync(folder);
  for (const [name, bytes] of files) writeCompressed(name, bytes, folder);
  const script = madeOf(SCRIPT, metafile);
  writeManifest(folder, {
    script,
    style: madeOf(STYLE, metafile),
    icon: madeOf(ICON, metafile),
    chunks: importedBy(script, metafile),
    licences: licencesName,
    files: Object.fromEntries([...files.keys()].map((name) => [name, typeOf(name)])),
  });
}

/** The name of what a source became. */
const madeOf = (source: string, { outputs }: Metafile): string => {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source);
  if (!found) throw new Error(`Nothing of the console was made of ${source}.`);
  const [path, { cssBundle }] = found;
  if (cssBundle) throw new Error(`Styles are imported in ${STYLE}: what ${source} imports is on no page.`);
  return basename(path);
};

/** What a script imports at its start, also by way of what it imports. */
const importedBy = (script: string, { outputs }: Metafile): string[] => {
  const byName = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]));
  const found = new Set<string>();
  const follow = (name: string): void => {
    const imports = byName.get(name)?.imports.filter(({ kind }) => kind === 'import-statement') ?? [];
    for (const imported of imports.map(({ path }) => basename(path))) {
      if (found.has(imported)) continue;
      found.add(imported);
      follow(imported);
    }
  };
  follow(script);
  return [...found];
};

const typeOf = (name: string): string => {
  const type = mime.getType(name);
  if (!type) throw new Error(`The console's file ${name} has no known type of content.`);
  return `${type}; charset=utf-8`;
};
