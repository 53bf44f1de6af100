import { expect, test, vi } from 'vitest';
import { decide } from '../../../shared/approvals/index.ts';
import { YIELD_BEFORE } from '../../../shared/bus/index.ts';
import * as gateway from '../../../shared/gateway/index.ts';
import {
  begin,
  buildAsItIs,
  filesOf,
  inBuilds,
  newProject,
  UNASKED,
  workOnce,
} from '../../support/builder/in-builds.ts';
import { type AskedRole, chatAs, competentTeam, type TeamScript } from '../../support/builder/scripted-team.ts';

/* Requirements: BT1, BT3. */

vi.mock(import('../../../shared/gateway/index.ts'), async (original) => ({ ...(await original()), chat: vi.fn() }));

inBuilds();

const PARTS = [
  { id: 'one', path: 'src/one.js', content: 'export const one = 1;\n' },
  { id: 'two', path: 'src/two.js', content: 'export const two = 2;\n' },
];

const plays = (script: TeamScript): AskedRole[] => {
  const asked: AskedRole[] = [];
  vi.mocked(gateway.chat).mockImplementation(
    chatAs((one) => {
      asked.push(one);
      return script(one);
    }),
  );
  return asked;
};

const origin = { sourceIp: '192.0.2.1', userAgent: 'test', requestId: 'request' };

test('what is under way when the person is asked is finished first, and nobody is asked twice', async () => {
  const asked = plays(competentTeam(PARTS));
  const project = newProject();
  const { id } = await begin(project, { ...UNASKED, oversight: 'every_step' });
  for (let count = 0; count < 12; count += 1) {
    await workOnce(project, id);
    const { state, approval_id } = await buildAsItIs(project, id);
    if (state !== 'waiting' || approval_id === null) break;
    await decide(project, approval_id, { verdict: { decision: 'approve' }, origin });
  }
  expect(await buildAsItIs(project, id)).toMatchObject({ state: 'completed' });
  const told = asked.map(({ role, input }) => `${role} ${input}`);
  expect(told.length).toBe(new Set(told).size);
  expect(Object.keys(await filesOf(project))).toEqual(['README.md', 'src/one.js', 'src/two.js']);
});

test('two tasks that wrote the same lines at the same time come to both, once one of them has seen both sides', async () => {
  const both = PARTS.map((part) => ({ ...part, path: 'src/all.js' }));
  const team = competentTeam(both);
  plays((one) => {
    const isAgain = one.role === 'code_writer' && one.input.includes('Changed by somebody else too');
    return isAgain
      ? { edits: [{ path: 'src/all.js', content: both.map(({ content }) => content).join('') }] }
      : team(one);
  });
  const project = newProject();
  const { id } = await begin(project);
  await workOnce(project, id);
  expect(await buildAsItIs(project, id)).toMatchObject({ state: 'completed' });
  expect((await filesOf(project))['src/all.js']).toBe('export const one = 1;\nexport const two = 2;\n');
});

test('a build that has used its tokens ends, and says what is there and what to do', async () => {
  plays(competentTeam(PARTS));
  const project = newProject();
  const limits = { ...UNASKED.limits, max_tokens: 1_000 };
  const { id } = await begin(project, { ...UNASKED, limits });
  await workOnce(project, id);
  const { state, error, usage } = await buildAsItIs(project, id);
  expect([state, error?.error_code]).toEqual(['failed', 'build_gave_up']);
  expect(error?.detail).toMatch(/It has used its 1000 tokens\.[\s\S]*What to do: /);
  expect((usage?.prompt_tokens ?? 0) + (usage?.completion_tokens ?? 0)).toBeLessThan(1_500);
});

test('an answer without its form is asked for once more, and a second one ends the build', async () => {
  const team = competentTeam(PARTS);
  const once = plays((one) =>
    one.role === 'architect' && !one.input.includes('does not have the form') ? 'Well …' : team(one),
  );
  const project = newProject();
  const first = await begin(project);
  await workOnce(project, first.id);
  expect(await buildAsItIs(project, first.id)).toMatchObject({ state: 'completed' });
  expect(once.filter(({ role }) => role === 'architect').length).toBe(2);
  plays((one) => (one.role === 'architect' ? 'Well …' : team(one)));
  const second = await begin(project);
  await workOnce(project, second.id);
  const { state, error } = await buildAsItIs(project, second.id);
  expect([state, error?.error_code]).toEqual(['failed', 'build_gave_up']);
  expect(error?.detail).toContain('architect');
});

test('a writer who edits what it did not read, and the same file twice, is told so and writes again', async () => {
  const team = competentTeam(PARTS);
  const asked = plays((one) => {
    const isFirst = one.role === 'code_writer' && !one.input.includes('What was wrong');
    const twice = [1, 2].map((count) => ({ path: 'src/one.js', content: String(count) }));
    return isFirst ? { edits: twice } : team(one);
  });
  const project = newProject();
  const { id } = await begin(project);
  await workOnce(project, id);
  expect(await buildAsItIs(project, id)).toMatchObject({ state: 'completed' });
  expect(asked.some(({ input }) => input.includes('src/one.js: it is edited twice'))).toBe(true);
});

test('a worker whose time is short hands the build over, and the next one goes on', async () => {
  plays(competentTeam(PARTS));
  const project = newProject();
  const { id } = await begin(project);
  await workOnce(project, id, { remaining: YIELD_BEFORE });
  expect(await buildAsItIs(project, id)).toMatchObject({ state: 'running' });
  await workOnce(project, id);
  expect(await buildAsItIs(project, id)).toMatchObject({ state: 'completed' });
});
