import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { HOUR } from '../../../shared/core/clock.ts';
import { getItem, projectKeys } from '../../../shared/store/index.ts';
import { thin } from '../../../shared/workspace/garbage/thin.ts';
import {
  BesideLost,
  commit,
  listFiles,
  listVersions,
  readFile,
  restore,
  sweepWorkspace,
  tagVersion,
} from '../../../shared/workspace/index.ts';
import { type HeldWrites, startHeldWrites } from '../../support/held-writes.ts';
import { inTable } from '../../support/in-table.ts';
import { startTestObjects, type TestObjects } from '../../support/objects.ts';
import { projectOf } from '../../support/tool-call.ts';

/* Requirements: BT2, BT10. */

const here = inTable();
let objects: TestObjects;
let held: HeldWrites;
beforeAll(async () => {
  objects = await startTestObjects();
  held = await startHeldWrites(here.table.url);
});
afterAll(async () => {
  await held.stop();
  await objects.stop();
});

const later = { now: () => Date.now() + HOUR };
const author = { kind: 'person' as const };
const write = (project: ReturnType<typeof projectOf>, path: string, content: string) =>
  commit(project, { changes: [{ path, content }], author, reason: `Wrote ${path}` });

/** A project with as many versions, each with other bytes in one file. */
const withVersions = async (name: string, count: number) => {
  const project = projectOf('alice', name);
  for (let version = 1; version <= count; version += 1) await write(project, 'a.txt', `version ${version}`);
  return project;
};

const textAt = async (project: ReturnType<typeof projectOf>, at?: number): Promise<string | undefined> => {
  const piece = await readFile(project, 'a.txt', { offset: 0, length: 100, at });
  return piece && Buffer.from(piece.bytes).toString();
};

test.each([
  ['and swept', async (project: ReturnType<typeof projectOf>) => sweepWorkspace(project, later)],
  ['and not swept yet', async () => undefined],
])(
  'a version that is thinned out while it is being restored, %s, is not there, and nothing is half restored',
  async (how, sweep) => {
    const project = await withVersions(`restored-${how.length}`, 3);
    const { result } = await held.race(
      '#version = ',
      () => restore(project, 1, { author }),
      async () => {
        await thin(project, 1);
        await sweep(project);
      },
    );
    expect(result).toMatchObject({ status: 'rejected', reason: { status: 404 } });
    expect(await textAt(project)).toBe('version 3');
  },
);

test('a version stands although a sweep takes what was put for it meanwhile', async () => {
  const project = await withVersions('swept', 2);
  const { result } = await held.race(
    '#version = ',
    () => write(project, 'a.txt', 'version 3'),
    () => sweepWorkspace(project, later),
  );
  expect(result).toMatchObject({ status: 'fulfilled', value: { version: 3 } });
  expect(await textAt(project)).toBe('version 3');
});

test('a version that is tagged while it is to be thinned out stays', async () => {
  const project = await withVersions('tagged', 3);
  await held.race(
    'attribute_not_exists(#tag)',
    () => thin(project, 1),
    () => tagVersion(project, 1, 'keep'),
  );
  const { items } = await listVersions(project, { limit: 10 });
  expect(items.map(({ version, tag }) => [version, tag])).toEqual([
    [3, null],
    [1, 'keep'],
  ]);
});

test('of two versions that get the same tag at the same time one has it', async () => {
  const project = await withVersions('named', 2);
  const { result } = await held.race(
    'attribute_not_exists(#tags_given)',
    () => tagVersion(project, 1, 'v1'),
    () => tagVersion(project, 2, 'v1'),
  );
  expect(result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
  const { items } = await listVersions(project, { limit: 10 });
  expect(items.map(({ version, tag }) => [version, tag])).toEqual([
    [2, 'v1'],
    [1, null],
  ]);
});

test('what is written beside a version stands with it, and its loss takes the version along', async () => {
  const project = await withVersions('beside', 1);
  const key = projectKeys.orchestrator(project);
  const edit = { changes: [{ path: 'a.txt', content: 'together' }], author, reason: 'Together' };
  const beside = () => [{ put: { ...key, together: true }, when: 'attribute_not_exists(#pk)' }];
  expect(await commit(project, edit, { beside })).toMatchObject({ version: 2 });
  expect(await getItem(key)).toMatchObject({ together: true });
  const again = { ...edit, changes: [{ path: 'a.txt', content: 'not together' }] };
  await expect(commit(project, again, { beside })).rejects.toThrow(BesideLost);
  expect(await textAt(project)).toBe('together');
});

test('a version whose answer was lost is there once', async () => {
  const project = await withVersions('answered', 1);
  await held.loseReply('#version = ', () => write(project, 'a.txt', 'version 2'));
  const { items } = await listVersions(project, { limit: 10 });
  expect(items.map(({ version }) => version)).toEqual([2, 1]);
});

test('a changed file costs two puts and one transaction, in a tree of 2,000 files as in an empty one; all are listed in one read', async () => {
  const project = projectOf('alice', 'large');
  const changes = Array.from({ length: 1_999 }, (_, at) => ({ path: `src/${at}.txt`, content: 'the same' }));
  await commit(project, { changes, author, reason: 'All' });
  const before = objects.keys().length;
  await here.table.resetCounts();
  await write(project, 'src/7.txt', 'another');
  expect(objects.keys().length - before).toBe(2);
  expect((await here.table.counts()).TransactWriteItems?.calls).toBe(1);
  expect((await listFiles(project, { limit: 2_000 })).items).toHaveLength(1_999);
  // A container that knows nothing yet reads the head and one object; from then on the head alone.
  vi.resetModules();
  const container = await import('../../../shared/workspace/index.ts');
  for (const objectsRead of [1, 0]) {
    await here.table.resetCounts();
    const reads = objects.reads();
    expect((await container.listFiles(project, { limit: 2_000 })).items).toHaveLength(1_999);
    const { GetItem, ...others } = await here.table.counts();
    expect([GetItem?.calls, Object.keys(others), objects.reads() - reads]).toEqual([1, [], objectsRead]);
  }
  await write(project, 'one-more.txt', 'fits');
  await expect(write(project, 'too-many.txt', 'does not')).rejects.toThrow('at most 2000 files');
});
