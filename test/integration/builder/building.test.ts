import { beforeEach, describe, expect, test } from 'vitest';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import type { Person } from '../../support/artel.ts';
import { askedIn, competentTeam, type Part, type TeamScript } from '../../support/builder/scripted-team.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: BT1, BT3, BT4. */

const here = inArtel();

const TEST = `import { add } from '../src/add.js';
const right = add(2, 3) === 5;
console.log(right ? 'ok add' : 'not ok add: 2 and 3 are not 5');
if (!right) throw new Error('add is wrong');
`;
const PARTS: Part[] = [
  { id: 'add', path: 'src/add.js', content: 'export const add = (one, other) => one + other;\n' },
  { id: 'tests', depends_on: ['add'], path: 'test/run.js', content: TEST },
];

const plays = (script: TeamScript, usage = { prompt_tokens: 10, completion_tokens: 100 }): void =>
  here.artel.model.always(({ body }) => {
    const answer = script(askedIn((body as { messages: { role: string; content: string }[] }).messages));
    return { text: typeof answer === 'string' ? answer : JSON.stringify(answer), usage };
  });

const team = competentTeam(PARTS, { test: 'node test/run.js' });
beforeEach(() => plays(team));

type Build = {
  id: string;
  session_id: string;
  state: string;
  stage: string;
  tasks: { id: string; state: string }[];
  versions: { version: number; reason: string }[];
  error: { error_code: string; detail: string } | null;
  approval_id: string | null;
};

const start = async (who: Person, more: Record<string, unknown> = {}): Promise<Build> => {
  const body = { request: 'Build me something that adds.', ...more };
  const { status, body: answer } = await who.call<{ build: Build }>('POST', '/my/builds', body);
  expect(status, JSON.stringify(answer)).toBe(202);
  return answer.build;
};
const look = async (who: Person, { id }: Pick<Build, 'id'>): Promise<Build> =>
  (await who.call<Build>('GET', `/my/builds/${id}`)).body;
const fileOf = async (who: Person, path: string): Promise<unknown> =>
  (await who.call('GET', `/my/files/${encodeURIComponent(path)}`)).status;

describe('a build', () => {
  test('a wish becomes files that pass their tests in the sandbox, a version for each task', async () => {
    const build = await start(here.alice, { oversight: 'none' });
    await ended(here.alice, build.session_id);
    const built = await look(here.alice, build);
    expect(built).toMatchObject({ state: 'completed', stage: 'done', error: null });
    expect(built.versions.map(({ reason }) => reason)).toEqual(['Part add', 'Part tests', 'README']);
    expect(await fileOf(here.alice, 'src/add.js')).toBe(200);
    const run = await here.alice.call('GET', `/my/runs/${build.id}`);
    expect(run.body).toMatchObject({ mode: 'build', state: 'completed' });
    const { body: journal } = await here.alice.call<{ items: Record<string, string>[] }>(
      'GET',
      `/my/runs/${build.id}/journal`,
    );
    expect(new Set(journal.items.map(({ kind }) => kind))).toEqual(new Set(['build']));
    expect(journal.items.length).toBeGreaterThan(built.versions.length);
    for (const { name, began_at = '', ended_at = '' } of journal.items) {
      expect(name).not.toBe('');
      expect(Date.parse(ended_at), name).toBeGreaterThanOrEqual(Date.parse(began_at));
    }
    const list = await here.alice.call<{ items: Build[] }>('GET', '/my/builds');
    expect(list.body.items[0]).toMatchObject({ id: build.id, state: 'completed' });
  });

  test('with milestones the person is asked four times, edits one proposal and sends one back', async () => {
    const bob = await here.artel.register('bob');
    const build = await start(bob);
    const specification = await pendingApproval(bob, build.session_id, 1);
    expect(specification).toMatchObject({ kind: 'proposal', payload: { about: 'specification' } });
    expect(await look(bob, build)).toMatchObject({ state: 'waiting', approval_id: specification.id });
    await decide(bob, specification.id, { decision: 'reject', reason: 'It should add slowly.' });
    const again = await pendingApproval(bob, build.session_id, 2);
    expect(JSON.stringify(here.artel.model.requests.at(-1)?.body)).toContain('It should add slowly.');
    await decide(bob, again.id, { decision: 'edit', arguments: { content: '# Adds, slowly' } });
    const architecture = await pendingApproval(bob, build.session_id, 3);
    expect(architecture.payload).toMatchObject({ about: 'architecture' });
    expect(JSON.stringify(here.artel.model.requests.at(-1)?.body)).toContain('# Adds, slowly');
    await decide(bob, architecture.id, { decision: 'approve' });
    await decide(bob, (await pendingApproval(bob, build.session_id, 4)).id, { decision: 'approve' });
    const release = await pendingApproval(bob, build.session_id, 5);
    expect(release.payload).toMatchObject({ about: 'release', content: 'You have a thing.' });
    await decide(bob, release.id, { decision: 'approve' });
    await ended(bob, build.session_id);
    expect(await look(bob, build)).toMatchObject({ state: 'completed', stage: 'done' });
  });

  test('a build goes on after its end, in its session, and knows what was there', async () => {
    const first = await start(here.alice, { oversight: 'none' });
    await ended(here.alice, first.session_id);
    const path = `/my/builds/${first.id}/continue`;
    const { status, body } = await here.alice.call<{ build: Build }>('POST', path, { request: 'Now make it better.' });
    expect(status).toBe(202);
    expect(body.build).toMatchObject({ session_id: first.session_id, oversight: 'none' });
    await ended(here.alice, first.session_id, 2);
    const asked = here.artel.model.requests.map((one) => JSON.stringify(one.body));
    expect(
      asked.filter((one) => one.includes('Now make it better.') && one.includes('Build me something')).length,
    ).toBeGreaterThan(0);
  });

  test('a build that reached its limits goes on with higher ones; what is not named stays', async () => {
    plays(team, { prompt_tokens: 900, completion_tokens: 200 });
    const first = await start(here.alice, { oversight: 'none', limits: { max_tokens: 1_000, max_attempts: 2 } });
    await ended(here.alice, first.session_id);
    const stopped = await here.alice.call<Build>('GET', `/my/builds/${first.id}`);
    expect(stopped.body).toMatchObject({ state: 'failed', error: { error_code: 'build_gave_up' } });
    const higher = { request: 'Finish it.', limits: { max_tokens: 1_000_000 } };
    const { status, body } = await here.alice.call<{ build: Build }>('POST', `/my/builds/${first.id}/continue`, higher);
    expect(status).toBe(202);
    await ended(here.alice, first.session_id, 2);
    const second = await here.alice.call<Build>('GET', `/my/builds/${body.build.id}`);
    expect(second.body).toMatchObject({ state: 'completed', oversight: 'none' });
    const wrong = { request: 'Finish it.', limits: { max_token: 1 } };
    const refused = await here.alice.call('POST', `/my/builds/${first.id}/continue`, wrong);
    expect(refused.body).toMatchObject({ errors: [{ path: 'limits.max_token', message: 'There is no such field.' }] });
  });

  test('a build is cancelled while it waits for its person, and what it made stays', async () => {
    const build = await start(here.alice);
    await pendingApproval(here.alice, build.session_id);
    const cancelled = await here.alice.call<Build>('POST', `/my/builds/${build.id}/cancel`);
    expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled']);
    const said = await here.alice.call('POST', `/my/builds/${build.id}/messages`, {
      role: 'architect',
      content: 'Hello?',
    });
    const detail = 'The run has ended already: it is cancelled. Continue the build to say more.';
    expect(said).toMatchObject({ status: 409, body: { detail } });
  });

  test('what a person says to one of the team is answered in the session before the build goes on', async () => {
    const build = await start(here.alice);
    const asked = await pendingApproval(here.alice, build.session_id);
    plays((one) =>
      one.input.includes('Why so few files?') && !one.input.includes('##')
        ? { reply: 'Because it is small.' }
        : team(one),
    );
    const said = await here.alice.call('POST', `/my/builds/${build.id}/messages`, {
      role: 'architect',
      content: 'Why so few files?',
    });
    expect(said.status).toBe(202);
    await decide(here.alice, asked.id, { decision: 'approve' });
    await pendingApproval(here.alice, build.session_id, 2);
    const { body } = await here.alice.call<{ items: { content: string }[] }>(
      'GET',
      `/my/chat/${build.session_id}/messages`,
    );
    const texts = body.items.map(({ content }) => content);
    expect(texts).toContain('Why so few files?');
    expect(texts).toContain('Because it is small.');
    for (const nth of [2, 3, 4])
      await decide(here.alice, (await pendingApproval(here.alice, build.session_id, nth)).id, { decision: 'approve' });
    await ended(here.alice, build.session_id);
  });

  test('a build gives up where its tests never pass, and says what works, what does not, and what to do', async () => {
    const broken = PARTS.map((part) =>
      part.id === 'add' ? { ...part, content: 'export const add = () => 4;\n' } : part,
    );
    const carol = await here.artel.register('carol');
    plays((asked) => {
      if (asked.role === 'bug_hunter') return 'I do not know.';
      if (asked.role === 'troubleshooter') return { likely_cause: 'The sum is wrong.', next: ['Look at src/add.js.'] };
      return competentTeam(broken, { test: 'node test/run.js' })(asked);
    });
    const build = await start(carol, { oversight: 'none' });
    await ended(carol, build.session_id);
    const built = await look(carol, build);
    expect(built).toMatchObject({ state: 'failed', stage: 'given_up', error: { error_code: 'build_gave_up' } });
    expect(built.error?.detail).toContain('What to do:');
  });

  test('a key that may not decide approvals has a build only with somebody who is asked', async () => {
    const made = await here.alice.call<{ key: string }>('POST', '/my/keys', {
      name: 'ci',
      scopes: ['chat', 'write'],
    });
    const asKey = { authorization: `Bearer ${made.body.key}` };
    const body = { request: 'Build me something.', oversight: 'none' };
    const refused = await here.alice.call('POST', '/my/builds', body, asKey);
    expect([refused.status, refused.body.error_code]).toEqual([403, 'approvals_scope_required']);
    const { status, body: taken } = await here.alice.call<{ build: Build }>(
      'POST',
      '/my/builds',
      { request: 'Build me something.' },
      asKey,
    );
    expect(status).toBe(202);
    await here.alice.call('POST', `/my/builds/${taken.build.id}/cancel`);
  });

  test('nobody else sees, continues or cancels a build', async () => {
    const build = await start(here.alice);
    const bob = await here.artel.register('bob');
    const asked = [
      await bob.call('GET', `/my/builds/${build.id}`),
      await bob.call('POST', `/my/builds/${build.id}/cancel`),
      await bob.call('POST', `/my/builds/${build.id}/continue`, { request: 'Mine.' }),
      await bob.call('POST', `/my/builds/${build.id}/messages`, { role: 'architect', content: 'Hello.' }),
    ];
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    await here.alice.call('POST', `/my/builds/${build.id}/cancel`);
  });
});
