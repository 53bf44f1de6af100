import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { storedEvents } from '../../support/events.ts';
import { historyOf } from '../../support/gates.ts';
import { sendPlan, team } from '../../support/plans.ts';

let artel: Artel;
let alice: Person;
let session: string;

beforeAll(async () => {
  artel = await startArtel();
  alice = await artel.register('alice');
  ({ session } = await team(alice, ['ann', 'ben']));
});
afterAll(() => artel.stop());

const task = (id: string, depends_on: string[] = [], agent = 'ann') => ({
  id,
  description: `Do ${id}`,
  agent,
  depends_on,
});
const many = (count: number) => Array.from({ length: count }, (_, place) => task(`t${place}`));

describe('a graph given with a message that cannot be run', () => {
  test.each([
    ['a circle', [task('a', ['c']), task('b', ['a']), task('c', ['b'])], 'plan.tasks.0.depends_on', 'a → c → b → a'],
    ['an unknown agent', [task('a'), task('b', [], 'zoe')], 'plan.tasks.1.agent', 'There is no agent "zoe".'],
    ['a loose end', [task('a'), task('b', ['x'])], 'plan.tasks.1.depends_on.0', 'There is no task "x".'],
    ['two of one id', [task('a'), task('a')], 'plan.tasks.1.id', 'The id "a" is used by another task.'],
    ['a wait for itself', [task('a', ['a'])], 'plan.tasks.0.depends_on.0', 'a → a'],
    ['nothing in it', [], 'plan.tasks', 'The plan has no tasks.'],
    [
      'more than the person allows',
      many(51),
      'plan.tasks',
      'The plan has 51 tasks; at most 50 are allowed (max_tasks).',
    ],
    ['500 tasks', many(500), 'plan.tasks', 'The plan has 500 tasks; at most 50 are allowed (max_tasks).'],
  ])('is refused with the place of the mistake, and nothing is stored: %s', async (_, tasks, path, message) => {
    const answer = await alice.call<{ errors: { path: string; message: string }[] }>(
      'POST',
      `/my/chat/${session}/message`,
      { content: 'Go.', plan: { tasks } },
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error) => error.path)).toContain(path);
    expect(answer.body.errors.map((error) => error.message).join(' ')).toContain(message);
    expect(await storedEvents(alice, session)).toEqual([]);
    expect(await historyOf(alice, session)).toEqual([]);
    expect((await alice.call<{ items: unknown[] }>('GET', '/my/runs')).body.items).toEqual([]);
  });

  test('is refused above 200 tasks whatever the person allows', async () => {
    await alice.call('PUT', '/my/orchestrator/config', { max_tasks: 200 });
    const answer = await sendPlan(alice, session, many(201));
    expect(answer.body).toMatchObject({
      errors: [{ path: 'plan.tasks', message: 'The plan has 201 tasks; at most 200 are allowed (max_tasks).' }],
    });
    expect(await storedEvents(alice, session)).toEqual([]);
  });

  test('is refused if the message names an agent as well', async () => {
    const answer = await sendPlan(alice, session, [task('a')], { target_agent: 'ann' });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'target_agent' }] } });
  });

  test('may not give work to another person’s agent, by name or by id', async () => {
    const bob = await artel.register('bob');
    const made = await bob.call<{ id: string }>('POST', '/my/agents', { name: 'keeper', system_prompt: 'Secret.' });
    for (const agent of ['keeper', made.body.id]) {
      const answer = await sendPlan(alice, session, [task('a', [], agent)]);
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'plan.tasks.0.agent' }] } });
    }
  });
});
