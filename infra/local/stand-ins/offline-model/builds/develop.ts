import { partOf } from './design.ts';
import { contentOf } from './files.ts';
import { kindIn, linesOf, section, wishIn } from './input.ts';
import type { Kind, Part } from './kinds/kind.ts';
import { note, noted, WISHES } from './note.ts';

/** A task of a person's own, for which there are no rules, becomes a note. */
const taskIn = (input: string): { kind: Kind; part: Part; wish: string } => {
  const [title = '', ...rest] = linesOf(section(input, 'Task'));
  const specification = section(input, 'Specification');
  const kind = kindIn(specification);
  const part = partOf(kind, title);
  if (part && kind !== note) return { kind, part, wish: wishIn(specification) };
  // In a build that makes something else, the task itself says what is wanted.
  const wish = kind === note ? wishIn(specification) : rest.join(' ').slice(0, 300);
  return { kind: note, part: note.parts[0]!, wish };
};

/** How a task is done: which files are written, and what into each. */
export function breakDown(input: string): object {
  const { part } = taskIn(input);
  const there = linesOf(section(input, 'Files of the project'));
  const removed = (part.removes ?? []).filter((path) => there.includes(path));
  return {
    approach: `By rules: ${part.title}. The files are ${part.files.map(({ path }) => path).join(', ')}.`,
    read: [],
    write: [
      ...part.files.map(({ path, purpose }) => ({ path, change: purpose })),
      ...removed.map((path) => ({ path, change: 'Goes away: nothing uses it any more.' })),
    ],
  };
}

/** The edits of a task. Files that are there and were not shown are asked for first. */
export function writeCode(input: string): object {
  const { kind, part, wish } = taskIn(input);
  const shown = shownIn(input);
  const there = linesOf(section(input, 'Files of the project'));
  const removed = (part.removes ?? []).filter((path) => there.includes(path));
  const paths = [...part.files.map(({ path }) => path), ...removed];
  const need = paths.filter((path) => there.includes(path) && !shown.has(path));
  if (need.length > 0) return { edits: [], need };
  return {
    edits: [
      ...part.files.flatMap(({ path }) => editOf(path, { before: shown.get(path), kind, wish })),
      ...removed.map((path) => ({ path, remove: true })),
    ],
  };
}

const TITLE = /<title>[^<]*<\/title>/;

/** A whole file; where only its title changes, only that. */
function editOf(path: string, { before, kind, wish }: { before: string | undefined; kind: Kind; wish: string }) {
  const content = path === WISHES ? noted(before, wish) : contentOf(kind, path, wish);
  if (content === undefined || content.trimEnd() === before?.trimEnd()) return [];
  const [find] = TITLE.exec(before ?? '') ?? [];
  const [replace] = TITLE.exec(content) ?? [];
  const isOnlyTitle = find && replace && before?.replace(find, () => replace).trimEnd() === content.trimEnd();
  return [isOnlyTitle ? { path, replacements: [{ find, replace }] } : { path, content }];
}

/** The files that the writer is shown, by path. */
function shownIn(input: string): Map<string, string> {
  const begin = input.indexOf('\n## Files\n', input.indexOf('\n## Files to write\n'));
  const found = begin < 0 ? [] : [...input.slice(begin).matchAll(/^### (\S+)\n~~~~\n([\s\S]*?)\n~~~~$/gm)];
  return new Map(found.map(([, path = '', text = '']) => [path, text]));
}
