import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the page has to name, by names that change with what the files hold: `chunks` is what the script imports at its start.
 * `files` are all there are, with their types of content.
 */
export type Manifest = {
  script: string;
  style: string;
  icon: string;
  chunks: string[];
  licences: string;
  files: Record<string, string>;
};

/** Bytes as they are sent with gzip: of what the page loads before it shows anything, and of all files. */
export type ConsoleSizes = { firstLoad: number; all: number };

/** The console's folder beside the bundle of the function that serves it. */
export const folderIn = (functionFolder: string): string => join(functionFolder, 'console');

const fileIn = (folder: string): string => join(folder, 'manifest.json');

export const writeManifest = (folder: string, manifest: Manifest): void =>
  writeFileSync(fileIn(folder), JSON.stringify(manifest));

/** Nothing for a function without a console. */
export function consoleSizes(functionFolder: string): ConsoleSizes | undefined {
  const folder = folderIn(functionFolder);
  if (!statSync(folder, { throwIfNoEntry: false })) return undefined;
  const { script, style, chunks, files } = JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Manifest;
  const bytesOf = (names: string[]): number =>
    names.reduce((sum, name) => sum + statSync(join(folder, `${name}.gz`)).size, 0);
  return { firstLoad: bytesOf([script, style, ...chunks]), all: bytesOf(Object.keys(files)) };
}
