import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../../infra/sources.ts';

/** Test files by the ids that `idsIn` finds in their text, without running any. */
export const filesById = (idsIn: (text: string) => string[]): Map<string, string[]> => {
  const tests = readdirSync(join(ROOT, 'test'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const found = new Map<string, string[]>();
  for (const file of tests) {
    for (const id of idsIn(readFileSync(file, 'utf8'))) {
      found.set(id, [...(found.get(id) ?? []), relative(ROOT, file)]);
    }
  }
  return found;
};
