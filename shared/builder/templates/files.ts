import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A bundle carries the templates in a folder of this name beside its `index.mjs`; here they lie beside this file. */
export const TEMPLATES_FOLDER = 'templates';

const beside = join(import.meta.dirname, TEMPLATES_FOLDER);
const folder = existsSync(beside) ? beside : import.meta.dirname;

/** The names of all templates, sorted: a folder each. */
export const templateNames: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** All files of a template, by their paths in a project, sorted. The name is one of `templateNames`: it becomes part of a path. */
export const readTemplate = (name: string): Map<string, string> => {
  const root = join(folder, name);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(paths.map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]));
};
