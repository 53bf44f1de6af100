import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR } from '../../../shared/core/clock.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { queryAll, ranges } from '../../../shared/store/index.ts';
import { thin } from '../../../shared/workspace/garbage/thin.ts';
import {
  beginUpload,
  commit,
  listVersions,
  readFile,
  restore,
  sweepWorkspace,
  tagVersion,
} from '../../../shared/workspace/index.ts';
import { inTable } from '../../support/in-table.ts';
import { startTestObjects, type TestObjects } from '../../support/objects.ts';
import { projectOf } from '../../support/tool-call.ts';

/* Requirements: QA3, BT2. */

const here = inTable();
let objects: TestObjects;
beforeAll(async () => {
  objects = await startTestObjects();
});
afterAll(() => objects.stop());

const later = { now: () => Date.now() + HOUR };
const author = { kind: 'person' as const };
const write = (project: ProjectScope, content: string) =>
  commit(project, { changes: [{ path: 'a.txt', content }], author, reason: 'Wrote' });

/** The versions with their tags, what the newest holds, and how many uploads are announced, if any. */
const standing = async (project: ProjectScope): Promise<unknown> => {
  const { items } = await listVersions(project, { limit: 10 });
  const piece = await readFile(project, 'a.txt', { offset: 0, length: 100 });
  let uploads = 0;
  for await (const _ of queryAll(ranges.uploads(project))) uploads += 1;
  return [
    items.map(({ version, tag }) => `${version} ${tag ?? ''}`.trim()),
    Buffer.from(piece?.bytes ?? []).toString(),
    ...(uploads > 0 ? [uploads] : []),
  ];
};

type Case = { action: string; act(project: ProjectScope): Promise<unknown>; after: unknown };

/** Of a project with the versions 1 and 2. */
const cases: Record<string, Case> = {
  'a version': {
    action: 'TransactWriteItems',
    act: (project) => write(project, 'three'),
    after: [['3', '2', '1'], 'three'],
  },
  'a version that is brought back': {
    action: 'TransactWriteItems',
    act: (project) => restore(project, 1, { author }),
    after: [['3', '2', '1'], 'one'],
  },
  'a tag': {
    action: 'TransactWriteItems',
    act: (project) => tagVersion(project, 1, 'v1'),
    after: [['2', '1 v1'], 'two'],
  },
  'an upload': {
    action: 'PutItem',
    act: (project) => beginUpload(project, { bytes: 4, sha256: 'a'.repeat(64) }),
    after: [['2', '1'], 'two', 1],
  },
  thinning: { action: 'DeleteItem', act: (project) => thin(project, 1), after: [['2'], 'two'] },
  'a sweep': { action: 'UpdateItem', act: (project) => sweepWorkspace(project, later), after: [['2', '1'], 'two'] },
};

const begun = async (name: string): Promise<ProjectScope> => {
  const project = projectOf('alice', name.replaceAll(' ', '-'));
  await write(project, 'one');
  await write(project, 'two');
  return project;
};

/** As often as the store is asked before a request gives up. */
const ATTEMPTS = 5;

describe.each(Object.entries(cases))('%s', (name, { action, act, after }) => {
  test(`${name}: nothing is half there when the store fails, and it can be repeated`, async () => {
    const project = await begun(`failing ${name}`);
    const before = await standing(project);
    await here.table.injectFault({ action, times: ATTEMPTS, error: 'InternalServerError' });
    await expect(act(project)).rejects.toThrow();
    expect(await standing(project)).toEqual(before);
    await act(project);
    expect(await standing(project)).toEqual(after);
  });

  test(`${name}: it is there once when the store's answer is lost`, async () => {
    const project = await begun(`unanswered ${name}`);
    await here.table.injectFault({ action, times: 1, error: 'drop-reply' });
    await act(project);
    expect(await standing(project)).toEqual(after);
  });
});
