import { expect, test, vi } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import * as gateway from '../../../shared/gateway/index.ts';
import {
  begin,
  buildAsItIs,
  eventsOf,
  filesOf,
  inBuilds,
  newProject,
  reasonsOf,
  sandboxOf,
  workOnce,
} from '../../support/builder/in-builds.ts';
import { chatAs, competentTeam } from '../../support/builder/scripted-team.ts';
import { diesAfter } from '../../support/crash.ts';

/* Requirements: BT1, QA3. */

vi.mock(import('../../../shared/gateway/index.ts'), async (original) => ({ ...(await original()), chat: vi.fn() }));

inBuilds();

const PARTS = [
  { id: 'one', path: 'src/one.js', content: 'export const one = 1;\n' },
  { id: 'two', path: 'src/two.js', content: 'export const two = 2;\n' },
];
const FILES = {
  'README.md': '# A thing\n',
  'dist/app.js': 'built',
  'src/one.js': PARTS[0]?.content,
  'src/two.js': PARTS[1]?.content,
};

/** Builds what it says, and tests it. */
const sandbox = sandboxOf(({ command, files }) =>
  command === 'make' && !files.has('dist/app.js')
    ? { changed: [{ path: 'dist/app.js', content: Buffer.from('built') }] }
    : {},
);

/** Works until the build has ended; each worker dies after as many calls as `lives` says, one after the other. */
const build = async (project: ProjectScope, lives: readonly number[]): Promise<{ id: string; workers: number }> => {
  vi.mocked(gateway.chat).mockImplementation(chatAs(competentTeam(PARTS, { build: 'make' })));
  const { id } = await begin(project);
  let workers = 0;
  for (let count = 0; count < lives.length + 3; count += 1) {
    const now = Date.now() + count * 2 * MINUTE;
    workers += 1;
    await diesAfter(lives[count] ?? Number.POSITIVE_INFINITY, () => workOnce(project, id, { sandbox, now }));
    if ((await buildAsItIs(project, id)).state === 'completed') break;
  }
  return { id, workers };
};

/** All that is there exactly once, whoever made it. */
const expectWhole = async (project: ProjectScope, id: string): Promise<void> => {
  const built = await buildAsItIs(project, id);
  expect(built).toMatchObject({ state: 'completed', stage: 'done', error: null });
  expect(await filesOf(project)).toEqual(FILES);
  const reasons = await reasonsOf(project);
  expect(reasons.toSorted()).toEqual(['Built', 'Part one', 'Part two', 'README']);
  expect(built.versions.map(({ reason }) => reason)).toEqual(reasons);
  const events = await eventsOf(project, built.session_id);
  const told = events.map(({ event_type, payload }) =>
    JSON.stringify([
      event_type,
      payload.role,
      payload.stage,
      payload.task,
      payload.state,
      payload.text,
      payload.version,
    ]),
  );
  expect(told).toEqual([...new Set(told)]);
  const versions = events.flatMap(({ event_type, payload }) =>
    event_type === 'build_version' ? [{ version: payload.version, reason: payload.reason }] : [],
  );
  expect(versions).toEqual(built.versions);
  expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, index) => index + 1));
};

test('a build whose workers are killed ten times goes on, and no step of it is done twice', async () => {
  const project = newProject();
  const { id, workers } = await build(project, [3, 9, 12, 14, 15, 16, 18, 20, 22, 24]);
  expect(workers).toBe(11);
  await expectWhole(project, id);
});

test('a build whose worker is killed between any two calls is whole in the end', async () => {
  const seen: number[] = [];
  for (let calls = 1; ; calls += 7) {
    const project = newProject();
    const { id, workers } = await build(project, [calls]);
    await expectWhole(project, id);
    seen.push(calls);
    if (workers === 1) break;
  }
  expect(seen.length).toBeGreaterThan(10);
});
