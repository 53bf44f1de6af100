import { afterAll, beforeAll, expect, test } from 'vitest';
import { commit, compare } from '../../../shared/workspace/index.ts';
import { inTable } from '../../support/in-table.ts';
import { startTestObjects, type TestObjects } from '../../support/objects.ts';
import { projectOf } from '../../support/tool-call.ts';

/* Requirements: BT2. */

inTable();
let objects: TestObjects;
beforeAll(async () => {
  objects = await startTestObjects();
});
afterAll(() => objects.stop());

const FILES = ['a.txt', 'b.txt', 'c.txt', 'd.txt'];
/** So many lines that have nothing in common are as much work as one comparison may be. */
const written = (word: string) => ({
  changes: FILES.map((path) => ({
    path,
    content: Array.from({ length: 2_100 }, (_, line) => `${word} ${line}\n`).join(''),
  })),
  author: { kind: 'person' as const },
  reason: word,
});

test('a comparison of many files that were written anew is answered in parts, each in bounded time', async () => {
  const project = projectOf('alice');
  await commit(project, written('before'));
  await commit(project, written('after'));
  const wanted = { from: 1, to: 2, limit: 100 };
  const first = await compare(project, wanted);
  expect(first.items.map(({ path }) => path)).toEqual(['a.txt', 'b.txt', 'c.txt']);
  const second = await compare(project, { ...wanted, after: first.next });
  expect(second).toMatchObject({ items: [{ path: 'd.txt', change: 'changed', hunks: null }], next: undefined });
});
