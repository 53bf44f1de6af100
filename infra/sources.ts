import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The root of the checkout. */
export const ROOT = join(import.meta.dirname, '..');

/** Names of the functions: every folder of `functions/` that has a `handler.ts`. */
export function functionNames(root: string = ROOT): string[] {
  return files(join(root, 'functions'))
    .map((file) => /^functions\/([^/]+)\/handler\.ts$/.exec(relative(root, file))?.[1])
    .filter((name) => name !== undefined)
    .sort();
}

/** What bundles are made of: functions, and the console with the client that it calls them by. */
const SOURCES = ['functions', 'shared', 'console', 'clients/typescript/src'];

/**
 * One hash over everything a bundle is made of: our sources by content, the packages by the lock file, and how they are
 * put together (`recipe`). Imports name their file with its extension, so nothing else can change what is bundled.
 */
export function sourcesKey(recipe: string, root: string = ROOT): string {
  const hash = createHash('sha256').update(recipe);
  const folders = SOURCES.map((folder) => join(root, folder)).filter((folder) => existsSync(folder));
  const sources = [...folders.flatMap(files), join(root, 'package-lock.json')];
  for (const file of sources.sort()) hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 20);
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
