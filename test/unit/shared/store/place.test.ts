import { describe, expect, test } from 'vitest';
import {
  accountKeys,
  auditKeys,
  authKeys,
  CONFIGURATION,
  cacheKeys,
  type Key,
  laneKeys,
  placeOf,
  pointerKeys,
  projectKeys,
  rateKeys,
  runKeys,
  sessionKeys,
  userKeys,
} from '../../../../shared/store/index.ts';
import { project } from '../doctor/items.ts';

/* Requirements: ID5. */

type Keys = Record<string, (...parts: never[]) => Key>;

/** A key with some ids in it; numbers in keys are written as texts are. */
const made = (keys: Keys, scope: unknown): [string, Key][] =>
  Object.entries(keys).map(([name, key]) => [name, (key as (...parts: unknown[]) => Key)(scope, '1', '2', '3')]);

const ofUser = [userKeys, authKeys, accountKeys, auditKeys, rateKeys, cacheKeys].flatMap((keys) =>
  made(keys, project.user),
);
const ofProject = [projectKeys, laneKeys, sessionKeys, runKeys, cacheKeys].flatMap((keys) => made(keys, project));

describe('where an item lies and what it is can be read from its key', () => {
  test.each(ofUser)("of the user's %s", (_, key) => {
    expect(placeOf(key)).toMatchObject({ user: 'alice', kind: expect.any(String) });
    expect(placeOf(key)).not.toHaveProperty('project');
  });

  test.each(ofProject)("of the project's %s", (_, key) => {
    expect(placeOf(key)).toMatchObject({ user: 'alice', project: 'prj_garden', kind: expect.any(String) });
  });

  test('of a pointer, which is no user’s, it cannot', () => {
    const pointers: Keys = { ...pointerKeys, directory: () => pointerKeys.directory(project.user) };
    const wide = made(cacheKeys, CONFIGURATION);
    expect([...made(pointers, '1'), ...wide].flatMap(([, key]) => placeOf(key) ?? [])).toEqual([]);
  });

  test('the owner of a partition below the project is named', () => {
    expect(placeOf(laneKeys.entry(project, 'agt_1', 'tsk_1'))).toMatchObject({ owner: 'agt_1', id: 'tsk_1' });
    expect(placeOf(sessionKeys.queuedRun(project, 'ses_1', 'run_1', true))).toMatchObject({ id: '!run_1' });
  });
});
