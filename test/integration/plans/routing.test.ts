import { describe, expect, test } from 'vitest';
import { ended } from '../../support/approvals.ts';
import type { Person, Run } from '../../support/artel.ts';
import { textOfDeltas, typesOf } from '../../support/events.ts';
import { historyOf, send } from '../../support/gates.ts';
import { planOf, sendPlan, taskFor, team } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { inPlanWorld } from './in-plan-world.ts';
import { expectNothingLeft } from './leftovers.ts';
import { drafted, Planner } from './planner.ts';

/* Requirements: CH2. */

const here = inPlanWorld([]);

const open = async (...agents: string[]): Promise<{ alice: Person; session: string }> => {
  const alice = await here.artel.register('alice');
  return { alice, ...(await team(alice, agents)) };
};
/** From here on tasks are answered at once, and plans drawn up by this planner. */
const answered = (planner: Planner): Conductor => {
  const conductor = new Conductor(here.artel, planner.answer);
  conductor.letAllGo();
  return conductor;
};

describe('a message that names no agent', () => {
  test('a message that names no agent goes to the only agent there is, without a plan', async () => {
    const { alice, session } = await open('ann');
    here.artel.model.always({ text: 'Hello.' });
    const before = here.artel.model.requests.length;
    const sent = await send(alice, session, 'Hi');
    expect(sent.body.run).toMatchObject({ mode: 'direct' });
    await ended(alice, session);
    expect(await historyOf(alice, session)).toEqual([
      ['user', 'Hi'],
      ['assistant', 'Hello.'],
    ]);
    const asked = here.artel.model.requests.slice(before).filter(({ path }) => path.endsWith('/chat/completions'));
    expect(asked).toHaveLength(1);
    expect((await alice.call('GET', `/my/plans/${sent.body.run.id}`)).status).toBe(404);
  });

  test('a message that names no agent is planned where there are several, with one question to the planner', async () => {
    const { alice, session } = await open('ann', 'ben');
    const planner = new Planner(
      drafted(
        { id: 'a', description: 'Look', agent: 'ann' },
        { id: 'b', description: 'Tell', agent: 'ben', depends_on: ['a'] },
      ),
    );
    answered(planner);
    const sent = await send(alice, session, 'Look and tell.');
    expect(sent.body.run).toMatchObject({ mode: 'orchestrated', state: 'planning' });
    const events = await ended(alice, session);
    expect(typesOf(events).slice(0, 3)).toEqual(['message_created', 'run_started', 'plan_created']);
    expect(planner.asked).toHaveLength(1);
    expect((await historyOf(alice, session)).at(-1)).toEqual(['assistant', 'Result of Tell.']);
    await expectNothingLeft(here.operator, alice);
  });

  test('the same words get the same plan for a day without a question to the planner', async () => {
    const { alice, session } = await open('ann', 'ben');
    const planner = new Planner(
      drafted({ id: 'a', description: 'Look', agent: 'ann' }, { id: 'b', description: 'Tell', agent: 'ben' }),
    );
    answered(planner);
    for (const content of ['Look and tell.', '  look AND  tell. ']) {
      await send(alice, session, content);
    }
    const events = await ended(alice, session, 2);
    expect(events.filter(({ event_type }) => event_type === 'plan_created')).toHaveLength(2);
    expect(planner.asked).toHaveLength(1);
  });

  test('a message that one agent can handle becomes its direct run, which streams its answer', async () => {
    const { alice, session } = await open('ann', 'ben');
    const planner = new Planner(drafted({ id: 'a', description: 'Greet', agent: 'ben' }));
    here.artel.model.always((request) => {
      const answer = planner.answer(request);
      return 'text' in answer ? answer : { text: 'Good morning to you all.' };
    });
    const sent = await send(alice, session, 'Greet us.');
    const events = await ended(alice, session);
    const { body: run } = await alice.call<Run & { mode: string }>('GET', `/my/runs/${sent.body.run.id}`);
    expect(run).toMatchObject({ mode: 'direct', state: 'completed' });
    const types = typesOf(events);
    expect(types.slice(0, 4)).toEqual(['message_created', 'run_started', 'task_queued', 'task_started']);
    expect(types).not.toContain('plan_created');
    expect(types.at(-1)).toBe('run_completed');
    const message = String(
      events.filter(({ event_type }) => event_type === 'message_created').at(-1)?.payload.message_id,
    );
    expect(textOfDeltas(events, message)).toBe('Good morning to you all.');
    expect(planner.asked).toHaveLength(1);
    expect((await alice.call('GET', `/my/plans/${run.id}`)).status).toBe(404);
    const [execution] = here.artel.cloud.stepFunctions.executions().filter(({ name }) => name.startsWith(run.id));
    await execution?.ended;
    expect(execution).toMatchObject({ status: 'SUCCEEDED' });
    await expectNothingLeft(here.operator, alice);
  });
});

describe('a message sent twice under one idempotency key', () => {
  test('a message sent twice under one idempotency key is one run; another graph under that key is refused', async () => {
    const { alice, session } = await open('ann', 'ben');
    answered(new Planner());
    const post = (id: string) =>
      alice.call<{ run: { id: string } }>(
        'POST',
        `/my/chat/${session}/message`,
        { content: 'Go.', plan: { tasks: [taskFor(id)] } },
        { 'idempotency-key': 'once' },
      );
    const [first, second] = [await post('a'), await post('a')];
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body.run.id).toBe(first.body.run.id);
    expect((await post('b')).status).toBe(422);
    const events = await ended(alice, session);
    expect(typesOf(events).filter((type) => type === 'run_started')).toHaveLength(1);
    expect((await planOf(alice, first.body.run.id)).tasks.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('a message into a session whose plan runs', () => {
  const begun = async (
    otherwise: ConstructorParameters<typeof Conductor>[1] = (request) => new Planner().answer(request),
  ) => {
    const { alice, session } = await open('ann', 'ben');
    const conductor = new Conductor(here.artel, otherwise);
    const sent = await sendPlan(alice, session, [taskFor('a'), taskFor('b', [], 'ben'), taskFor('c', ['a'])]);
    await conductor.works(2);
    return { alice, session, conductor, run: sent.body.run.id };
  };
  const later = [{ id: 'z', description: 'Do z', agent: 'ann' }];

  test('a message into a session whose plan runs is refused if it says so', async () => {
    const { alice, session, conductor } = await begun();
    expect((await sendPlan(alice, session, later, { on_conflict: 'reject' })).status).toBe(409);
    conductor.letAllGo();
    expect(typesOf(await ended(alice, session)).filter((type) => type === 'run_started')).toHaveLength(1);
  });

  test('a message into a session whose plan runs waits for its turn', async () => {
    const { alice, session, conductor } = await begun();
    const second = await sendPlan(alice, session, later);
    expect(second.body.run.state).toBe('queued');
    conductor.letAllGo();
    const events = await ended(alice, session, 2);
    const story = events.filter(({ event_type }) => event_type === 'run_started' || event_type === 'run_completed');
    expect(story.map(({ event_type, payload }) => [event_type, payload.run_id === second.body.run.id])).toEqual([
      ['run_started', false],
      ['run_completed', false],
      ['run_started', true],
      ['run_completed', true],
    ]);
    await expectNothingLeft(here.operator, alice);
  });

  test('a message that interrupts a running plan stops its tasks and runs next, before what waited already', async () => {
    const { alice, session, conductor, run } = await begun();
    const waited = await sendPlan(alice, session, [{ id: 'y', description: 'Do y', agent: 'ann' }]);
    const urgent = await sendPlan(alice, session, later, { on_conflict: 'interrupt' });
    expect(urgent.status).toBe(202);
    conductor.letAllGo();
    const events = await ended(alice, session, 3);
    const story = events.filter(({ event_type }) => event_type === 'run_started' || event_type === 'run_completed');
    expect(story.map(({ event_type, payload }) => [event_type, payload.run_id, payload.state])).toEqual([
      ['run_started', run, undefined],
      ['run_completed', run, 'cancelled'],
      ['run_started', urgent.body.run.id, undefined],
      ['run_completed', urgent.body.run.id, 'completed'],
      ['run_started', waited.body.run.id, undefined],
      ['run_completed', waited.body.run.id, 'completed'],
    ]);
    expect((await planOf(alice, run)).tasks.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(conductor.parts.map(({ task: name }) => name)).not.toContain('Do c');
    await expectNothingLeft(here.operator, alice);
  });

  test('R0: a message for one agent that interrupts a running plan is answered, and so is the chat after it', async () => {
    const { alice, session, conductor } = await begun(() => ({ text: 'An answer.' }));
    const direct = { target_agent: 'ann', on_conflict: 'interrupt' };
    const urgent = await alice.call('POST', `/my/chat/${session}/message`, { content: 'Now this.', ...direct });
    expect(urgent.status).toBe(202);
    conductor.letAllGo();
    await ended(alice, session, 2);
    for (const content of ['And this.', 'And that.']) {
      const { run } = await alice.ask(session, content, { target_agent: 'ann' });
      expect(run.state).toBe('completed');
    }
    await expectNothingLeft(here.operator, alice);
  });
});
