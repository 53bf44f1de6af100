import { describe, expect, test } from 'vitest';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import { storedEvents } from '../../support/events.ts';
import { historyOf } from '../../support/gates.ts';
import { planOf, sendPlan, taskFor, team } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { inPlanWorld } from './in-plan-world.ts';

/* Requirements: PL2. */

const here = inPlanWorld();

const many = (count: number) => Array.from({ length: count }, (_, place) => taskFor(`t${place}`));

describe('a graph given with a message that cannot be run', () => {
  test.each([
    [
      'a circle',
      [taskFor('a', ['c']), taskFor('b', ['a']), taskFor('c', ['b'])],
      'plan.tasks.0.depends_on',
      'a → c → b → a',
    ],
    ['an unknown agent', [taskFor('a'), taskFor('b', [], 'zoe')], 'plan.tasks.1.agent', 'There is no agent "zoe".'],
    ['a loose end', [taskFor('a'), taskFor('b', ['x'])], 'plan.tasks.1.depends_on.0', 'There is no task "x".'],
    ['two of one id', [taskFor('a'), taskFor('a')], 'plan.tasks.1.id', 'The id "a" is used by another task.'],
    ['a wait for itself', [taskFor('a', ['a'])], 'plan.tasks.0.depends_on.0', 'a → a'],
    ['nothing in it', [], 'plan.tasks', 'The plan has no tasks.'],
    [
      'more than the person allows',
      many(51),
      'plan.tasks',
      'The plan has 51 tasks; at most 50 are allowed (max_tasks).',
    ],
    ['500 tasks', many(500), 'plan.tasks', 'The plan has 500 tasks; at most 50 are allowed (max_tasks).'],
  ])(
    'an invalid client graph is refused with the position of the mistake, and nothing is stored: %s',
    async (_, tasks, path, message) => {
      const answer = await here.alice.call<{ errors: { path: string; message: string }[] }>(
        'POST',
        `/my/chat/${here.session}/message`,
        { content: 'Go.', plan: { tasks } },
      );
      expect(answer.status).toBe(422);
      expect(answer.body.errors.map((error) => error.path)).toContain(path);
      expect(answer.body.errors.map((error) => error.message).join(' ')).toContain(message);
      expect(await storedEvents(here.alice, here.session)).toEqual([]);
      expect(await historyOf(here.alice, here.session)).toEqual([]);
      expect((await here.alice.call<{ items: unknown[] }>('GET', '/my/runs')).body.items).toEqual([]);
    },
  );

  test('a client graph of more than 200 tasks is refused whatever the person allows', async () => {
    await here.alice.call('PUT', '/my/orchestrator/config', { max_tasks: 200 });
    const answer = await sendPlan(here.alice, here.session, many(201));
    expect(answer.body).toMatchObject({
      errors: [{ path: 'plan.tasks', message: 'The plan has 201 tasks; at most 200 are allowed (max_tasks).' }],
    });
    expect(await storedEvents(here.alice, here.session)).toEqual([]);
  });

  test('a client graph is refused if the message names an agent as well', async () => {
    const answer = await sendPlan(here.alice, here.session, [taskFor('a')], { target_agent: 'ann' });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'target_agent' }] } });
  });

  test('a client graph may not use another person’s agent, by name or by id', async () => {
    const bob = await here.artel.register('bob');
    const made = await bob.call<{ id: string }>('POST', '/my/agents', { name: 'keeper', system_prompt: 'Secret.' });
    for (const agent of ['keeper', made.body.id]) {
      const answer = await sendPlan(here.alice, here.session, [taskFor('a', [], agent)]);
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'plan.tasks.0.agent' }] } });
    }
  });
});

describe('a graph given with a message may name every agent that accepts work', () => {
  test('R10: also one a planner is not shown, because the project has many; so may a person who edits the plan', async () => {
    await team(
      here.alice,
      Array.from({ length: 60 }, (_, place) => `extra-${place}`),
    );
    await here.alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 } });
    const conductor = new Conductor(here.artel);
    conductor.letAllGo();
    const sent = await sendPlan(here.alice, here.session, [taskFor('a'), taskFor('b', ['a'], 'extra-59')]);
    expect(sent.status).toBe(202);
    const { id } = await pendingApproval(here.alice, here.session);
    const tasks = [taskFor('c', [], 'extra-59'), taskFor('d', ['c'], 'extra-58')];
    expect(await decide(here.alice, id, { decision: 'edit', arguments: { tasks } })).toMatchObject({ status: 200 });
    await ended(here.alice, here.session);
    expect(await planOf(here.alice, sent.body.run.id)).toMatchObject({ state: 'completed' });
    expect(conductor.parts.map(({ task }) => task)).toEqual(['Do c', 'Do d']);
  });

  test('R10: also one that is failing, as a message to it may', async () => {
    here.artel.model.always({ status: 400 });
    for (let failure = 1; failure <= 3; failure += 1) {
      await here.alice.ask(here.session, 'Try.', { target_agent: 'ben' });
    }
    expect((await here.alice.call('GET', '/my/agents/ben')).body).toMatchObject({ status: 'error' });
    new Conductor(here.artel).letAllGo();
    const sent = await sendPlan(here.alice, here.session, [taskFor('a'), taskFor('b', ['a'], 'ben')]);
    expect(sent.status).toBe(202);
    await ended(here.alice, here.session, 4);
    expect(await planOf(here.alice, sent.body.run.id)).toMatchObject({ state: 'completed' });
  });

  test('R10: but not one that accepts no work', async () => {
    await here.alice.call('POST', '/my/agents/ben/deregister');
    const answer = await sendPlan(here.alice, here.session, [taskFor('a'), taskFor('b', ['a'], 'ben')]);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'plan.tasks.1.agent' }] } });
  });
});
