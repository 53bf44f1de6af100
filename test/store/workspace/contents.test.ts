import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR, systemClock } from '../../../shared/core/clock.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { deleteItem, projectKeys, type Write } from '../../../shared/store/index.ts';
import {
  type Change,
  commit,
  contentsOfVersions,
  copyVersion,
  keepPiece,
  PIECE_BYTES,
  readFiles,
  sweepWorkspace,
} from '../../../shared/workspace/index.ts';
import { diesAfter } from '../../support/crash.ts';
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

const later = { now: () => Date.now() + HOUR };
const author = { kind: 'person' as const };

test('versions that were thinned out are left out, and the next one says all that is different since the one that is kept', async () => {
  const project = projectOf('alice');
  const write = (path: string, content: string) =>
    commit(project, { changes: [{ path, content }], author, reason: 'Wrote' });
  await write('a.txt', 'one');
  await write('a.txt', 'two');
  await write('b.txt', 'three');
  await write('a.txt', 'four');
  await deleteItem(projectKeys.workspaceVersion(project, 2));
  await sweepWorkspace(project, later);
  const told: string[] = [];
  for await (const one of contentsOfVersions(project)) {
    if (!('version' in one)) told.push(Buffer.from(one.bytes).toString());
    else told.push(`${one.from} → ${one.version}: ${one.files.map(({ path }) => path).join(' ')}`);
  }
  expect(told).toEqual(['one', '0 → 1: a.txt', 'two', 'three', '1 → 3: a.txt b.txt', 'four', '3 → 4: a.txt']);
});

const edits = fc.array(
  fc.array(fc.record({ file: fc.nat(3), bytes: fc.option(fc.uint8Array({ maxLength: 3 }), { nil: undefined }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 6 },
);

/** Holds as long as the project of the copy has its head where anybody may move it. */
const nothing: Write = {
  check: projectKeys.workspaceVersion(projectOf('alice'), 999),
  when: 'attribute_not_exists(#pk)',
};

const copyOf = async (from: ProjectScope, to: ProjectScope): Promise<void> => {
  for await (const one of contentsOfVersions(from)) {
    if ('version' in one) await copyVersion(to, one, { guard: nothing, clock: systemClock });
    else
      for (let offset = 0; offset === 0 || offset < one.bytes.length; offset += PIECE_BYTES)
        await keepPiece(to, { sha256: one.sha256, offset, bytes: one.bytes.subarray(offset, offset + PIECE_BYTES) });
  }
};

const filesAt = async (project: ProjectScope, at: number): Promise<string[]> =>
  [...(await readFiles(project, { at })).files]
    .map(([path, { content }]) => `${path} ${Buffer.from(content).toString('hex')}`)
    .toSorted();

test('whoever copies versions and dies at any point goes on, and has every version byte for byte, once', async () => {
  await fc.assert(
    fc.asyncProperty(edits, fc.array(fc.nat(25), { maxLength: 3 }), async (all, deaths) => {
      const { user } = projectOf('alice');
      const [from, to] = [user.inProject(newId('prj')), user.inProject(newId('prj'))];
      const there = new Set<string>();
      for (const edit of all) {
        const changes = [...new Map(edit.map(({ file, bytes }) => [`${file}.bin`, bytes])).entries()].flatMap(
          ([path, content]): Change[] => {
            if (content) return [{ path, content }];
            return there.has(path) ? [{ path, remove: true }] : [];
          },
        );
        for (const change of changes) 'content' in change ? there.add(change.path) : there.delete(change.path);
        if (changes.length > 0) await commit(from, { changes, author, reason: 'Wrote' });
      }
      for (const calls of deaths) await diesAfter(calls, () => copyOf(from, to));
      await copyOf(from, to);
      await copyOf(from, to);
      let last = 0;
      for await (const one of contentsOfVersions(from)) {
        if (!('version' in one)) continue;
        last = one.nth;
        if (last > 0) expect(await filesAt(to, last)).toEqual(await filesAt(from, one.version));
      }
      await expect(readFiles(to, { at: last + 1 })).rejects.toThrow('no such version');
    }),
    { numRuns: 12 },
  );
});
