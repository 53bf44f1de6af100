import { expect, test, vi } from 'vitest';
import * as gateway from '../../../shared/gateway/index.ts';
import {
  begin,
  buildAsItIs,
  eventsOf,
  filesOf,
  inBuilds,
  newProject,
  reasonsOf,
  workOnce,
} from '../../support/builder/in-builds.ts';
import { chatAs, competentTeam, type TeamScript } from '../../support/builder/scripted-team.ts';

/* Requirements: BT1, BT3. */

vi.mock(import('../../../shared/gateway/index.ts'), async (original) => ({ ...(await original()), chat: vi.fn() }));

inBuilds();

const plays = (script: TeamScript): void => {
  vi.mocked(gateway.chat).mockImplementation(chatAs(script));
};

const PARTS = [
  { id: 'one', path: 'src/one.js', content: 'export const one = 1;\n' },
  { id: 'two', path: 'src/two.js', content: 'export const two = 2;\n' },
  { id: 'three', depends_on: ['one', 'two'], path: 'src/three.js', content: 'export const three = 3;\n' },
];

test('a build goes through its stages and ends with the files, a version for each task, and an answer', async () => {
  plays(competentTeam(PARTS));
  const project = newProject();
  const { id, session_id } = await begin(project);
  await workOnce(project, id);
  const build = await buildAsItIs(project, id);
  expect(build).toMatchObject({ state: 'completed', stage: 'done', error: null });
  expect(build.tasks.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  expect(await filesOf(project)).toEqual({
    'README.md': '# A thing\n',
    ...Object.fromEntries(PARTS.map(({ path, content }) => [path, content])),
  });
  const reasons = await reasonsOf(project);
  expect(reasons.slice(0, 2).sort()).toEqual(['Part one', 'Part two']);
  expect(reasons.slice(2)).toEqual(['Part three', 'README']);
  const events = await eventsOf(project, session_id);
  expect(events.filter(({ event_type }) => event_type === 'build_stage').map(({ payload }) => payload.stage)).toEqual([
    'specification',
    'architecture',
    'architecture',
    'plan',
    'plan',
    'development',
    'test',
    'test',
    'documentation',
    'release',
    'done',
  ]);
  expect(events.at(-1)).toMatchObject({ event_type: 'run_completed', payload: { state: 'completed' } });
});
