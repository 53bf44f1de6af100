import { expect, test } from 'vitest';
import type { SessionEvent } from '../../../../clients/typescript/src/index.ts';
import type { Build } from '../../../../console/src/screens/builds/api.ts';
import { after, type Progress, shownOf, UNTOLD } from '../../../../console/src/screens/builds/live/progress.ts';
import { stagesOf } from '../../../../console/src/screens/builds/live/stages.ts';

/* Requirements: BT1, WEB1. */

const RUN = 'run_1';
const task = (id: string, state: Build['tasks'][number]['state']) => ({ id, title: id, depends_on: [], state });
const build = {
  run_id: RUN,
  stage: 'plan',
  tasks: [task('old', 'open')],
  versions: [{ version: 1, reason: 'x' }],
} as unknown as Build;

let count = 0;
const event = (event_type: string, payload: Record<string, unknown>): SessionEvent => {
  count += 1;
  return {
    event_id: count,
    event_type,
    session_id: 'ses_1',
    timestamp: '2026-01-01T00:00:00Z',
    payload: { run_id: RUN, ...payload },
  };
};
const told = (...events: SessionEvent[]): Progress => events.reduce((known, one) => after(known, one, build), UNTOLD);

test('a stage, its plan, its tasks and its versions are what their events say', () => {
  const known = told(
    event('build_stage', { stage: 'development', text: 'Begins.', tasks: [task('a', 'open'), task('b', 'open')] }),
    event('build_task', { stage: 'development', task: 'a', state: 'working', text: 'Writes.' }),
    event('build_version', { version: 2, reason: 'a', merged: [] }),
    event('build_task', { stage: 'development', task: 'a', state: 'done', text: 'Version 2.' }),
  );
  const shown = shownOf(build, known, false);
  expect(shown.stage).toBe('development');
  expect(shown.tasks.map(({ id, state }) => [id, state])).toEqual([
    ['a', 'done'],
    ['b', 'open'],
  ]);
  expect(shown.versions.map(({ version }) => version)).toEqual([1, 2]);
  expect(known.story.map(({ kind, text }) => [kind, text])).toEqual([
    ['stage', 'Begins.'],
    ['task', 'Writes.'],
    ['version', 'a'],
    ['task', 'Version 2.'],
  ]);
});

test('what browsers say goes wrong in the page stands in the story, whichever build of the session made the page', () => {
  const errors = [{ id: 'a', message: 'x is not defined' }, { id: 'b', message: '<b>' }, null];
  const known = told(event('preview_error', { run_id: undefined, build_id: 'run_0', preview_id: 'prv_1', errors }));
  expect(known.story.map(({ kind, text }) => [kind, text])).toEqual([['page', 'x is not defined\n<b>\n']]);
});

test('a word about a task that changes no state leaves it as it is', () => {
  const known = told(event('build_task', { task: 'old', text: 'Thinks.' }));
  expect(known.tasks).toEqual(build.tasks);
});

test('what is asked waits until it is resolved', () => {
  const asked = [
    event('approval_required', { approval_id: 'apr_1', payload: { title: 'Release' } }),
    event('approval_required', { approval_id: 'apr_2', payload: {} }),
  ];
  expect(told(...asked).asked).toEqual(['apr_1', 'apr_2']);
  const resolved = told(
    ...asked,
    event('approval_resolved', { approval_id: 'apr_1', status: 'approved', reason: null }),
  );
  expect(resolved.asked).toEqual(['apr_2']);
  expect(resolved.story.at(-1)).toMatchObject({ kind: 'decided', state: 'approved', text: '' });
});

test('at the end nothing waits, and what was read of the build holds', () => {
  const known = told(
    event('approval_required', { approval_id: 'apr_1', payload: {} }),
    event('run_completed', { state: 'cancelled' }),
  );
  expect(known).toMatchObject({ isEnded: true, asked: [] });
  expect(shownOf(build, known, true)).toBe(build);
});

test('events of another run of the session, and a version that is told twice, change nothing', () => {
  const version = event('build_version', { version: 2, reason: 'a' });
  const other = { ...version, payload: { ...version.payload, run_id: 'run_0' } };
  expect(told(other)).toBe(UNTOLD);
  expect(told(version, version).versions).toHaveLength(1);
});

test('a payload of another form is no text, and breaks nothing', () => {
  const known = told(
    event('build_stage', { stage: 7, text: { html: '<b>' } }),
    event('message_created', { role: 'assistant', content: null }),
    event('approval_required', { approval_id: 'apr_1', payload: null }),
  );
  expect(known.story.map(({ text }) => text)).toEqual(['', '', '']);
});

test('the newest lines of a long story are kept', () => {
  const known = told(...Array.from({ length: 500 }, () => event('build_task', { task: 'a', text: 'x' })));
  expect(known.story).toHaveLength(400);
  expect(known.story.at(-1)?.id).toBe(count);
});

test('a way back stands beside the stage it comes from, and giving up at the end', () => {
  const names = (stage: Build['stage']) =>
    stagesOf(stage).map(({ stage: one, is }) => (is === 'current' ? `[${one}]` : one));
  expect(names('test')).toEqual([
    'specification',
    'architecture',
    'plan',
    'development',
    '[test]',
    'documentation',
    'release',
    'done',
  ]);
  expect(names('hunt').slice(4, 6)).toEqual(['test', '[hunt]']);
  expect(names('given_up').at(-1)).toBe('[given_up]');
});
