import { structuredPatch } from 'diff';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileChange, FileDiff } from '../../../../console/src/screens/files/api.ts';
import { Misplaced, takenBack } from '../../../../console/src/screens/files/review/hunks.ts';
import { partsOf } from '../../../../console/src/screens/files/review/parts.ts';
import { changesWithout } from '../../../../console/src/screens/files/review/take-back.ts';

/* Requirements: WEB1. */

type Tree = Record<string, string>;

/** As the API compares two texts. */
const hunksBetween = (before: string, after: string) =>
  structuredPatch('', '', before, after, '', '', { context: 3 }).hunks.map(
    ({ oldStart, oldLines, newStart, newLines, lines }) => ({
      old_start: oldStart,
      old_lines: oldLines,
      new_start: newStart,
      new_lines: newLines,
      lines,
    }),
  );

const diffOf = (before: Tree, after: Tree): FileDiff[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted().flatMap((path): FileDiff[] => {
    const [was, is] = [before[path], after[path]];
    if (was === is) return [];
    const bytes = { before: was?.length ?? null, after: is?.length ?? null };
    const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return [{ path, change, bytes, hunks: hunksBetween(was ?? '', is ?? '') }];
  });

const sides = (before: Tree, after: Tree) => ({
  before: async (path: string) => new TextEncoder().encode(before[path]),
  wasExecutable: async () => true,
  after: async (path: string) => after[path] ?? '',
});

/** As the API carries changes out. */
const carriedOut = (tree: Tree, changes: readonly FileChange[]): Tree => {
  const next = { ...tree };
  for (const change of changes) {
    if ('remove' in change) delete next[change.path];
    else if ('content' in change) {
      const isText = change.encoding !== 'base64';
      next[change.path] = isText ? change.content : Buffer.from(change.content, 'base64').toString();
    }
  }
  return next;
};

const line = fc.constantFrom('a', 'b', 'c', '', '-', '+', '\\ No', 'ä\r');
const text = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.boolean())
  .map(([lines, hasEnd]) => lines.join('\n') + (hasEnd && lines.length > 0 ? '\n' : ''));
/** A text and what came of it by a few edits, far enough apart to be several hunks. */
const edited = fc
  .tuple(text, fc.array(fc.tuple(fc.nat(60), fc.nat(3), fc.array(line, { maxLength: 3 })), { maxLength: 4 }))
  .map(([before, edits]): [string, string] => {
    const lines = before.split('\n');
    for (const [at, count, put] of edits) lines.splice(at, count, ...put);
    return [before, lines.join('\n')];
  });
const trees = fc
  .dictionary(fc.constantFrom('a.txt', 'b.txt', 'c/d.txt'), fc.tuple(edited, fc.constantFrom('both', 'old', 'new')))
  .map((files) => {
    const of = (side: 0 | 1, gone: string): Tree =>
      Object.fromEntries(
        Object.entries(files).flatMap(([path, [texts, where]]) => (where === gone ? [] : [[path, texts[side]]])),
      );
    return { before: of(0, 'new'), after: of(1, 'old') };
  });

test('keeping every part makes no change, and keeping none brings back what was before', async () => {
  await fc.assert(
    fc.asyncProperty(trees, async ({ before, after }) => {
      const diff = diffOf(before, after);
      expect(await changesWithout(diff, new Set(), sides(before, after))).toEqual([]);
      const all = new Set(diff.flatMap(partsOf).map(({ id }) => id));
      expect(carriedOut(after, await changesWithout(diff, all, sides(before, after)))).toEqual(before);
    }),
    { numRuns: 300 },
  );
});

/** A long text, and what came of it by edits that are far enough apart to be hunks of their own. */
const inHunks = fc
  .array(fc.tuple(fc.nat(2), fc.array(line, { maxLength: 3 })), { minLength: 2, maxLength: 5 })
  .map((edits): [string, string] => {
    const lines = Array.from({ length: edits.length * 12 }, (_, index) => `line ${index}`);
    const before = lines.join('\n');
    // From the bottom, so that the places above stay where they are.
    for (const [index, [count, put]] of [...edits.entries()].reverse()) lines.splice(index * 12 + 5, count, ...put);
    return [before, lines.join('\n')];
  });

/** What the hunks make of the text before: the other way round than taking the others back. */
const applied = (before: string, hunks: ReturnType<typeof hunksBetween>): string => {
  const lines = before.split('\n');
  for (const { old_start, old_lines, lines: shown } of hunks.toReversed()) {
    const now = shown.filter((one) => /^[ +]/.test(one)).map((one) => one.slice(1));
    lines.splice(old_start - 1, old_lines, ...now);
  }
  return lines.join('\n');
};

test('whatever hunks are taken back, what is left is what the others make of the text before', () => {
  fc.assert(
    fc.property(inHunks, fc.nat(31), ([before, after], chosen) => {
      const hunks = hunksBetween(before, after);
      const isOut = (index: number) => ((chosen >> index) & 1) === 1;
      const out = hunks.filter((_, index) => isOut(index));
      const kept = hunks.filter((_, index) => !isOut(index));
      expect(takenBack(after, out)).toBe(applied(before, kept));
    }),
    { numRuns: 300 },
  );
});

const NUMBERS = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`).join('');

test('one of two hunks is taken back, and the other stays', async () => {
  const before = { 'a.txt': NUMBERS };
  const after = { 'a.txt': NUMBERS.replace('line 2\n', 'two\n').replace('line 18\n', 'eighteen\n') };
  const [file] = diffOf(before, after);
  expect(file?.hunks).toHaveLength(2);
  const [first] = partsOf(file as FileDiff);
  const changes = await changesWithout([file as FileDiff], new Set([first?.id ?? '']), sides(before, after));
  expect(changes).toEqual([{ path: 'a.txt', content: NUMBERS.replace('line 18\n', 'eighteen\n'), encoding: 'utf-8' }]);
});

test('a file as a whole comes back with its bytes and its right to be executed', async () => {
  const diff: FileDiff[] = [{ path: 'logo.png', change: 'changed', bytes: { before: 3, after: 4 }, hunks: null }];
  const changes = await changesWithout(diff, new Set(['file:logo.png']), {
    before: async () => new Uint8Array([0, 255, 1]),
    wasExecutable: async () => true,
    after: async () => expect.unreachable(),
  });
  expect(changes).toEqual([{ path: 'logo.png', content: 'AP8B', encoding: 'base64', executable: true }]);
});

test('hunks of another text are refused, and nothing is guessed', () => {
  const hunks = hunksBetween('a\nb\n', 'a\nc\n');
  expect(() => takenBack('x\ny\n', hunks)).toThrow(Misplaced);
});
