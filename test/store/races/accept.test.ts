import { describe, expect, test } from 'vitest';
import { createAgent, newAgentSchema } from '../../../shared/agents/index.ts';
import { cancelRun, deregisterAgent, finishRun } from '../../../shared/bus/index.ts';
import { connect, disconnect, findConnection, subscribe } from '../../../shared/connections/index.ts';
import { EventWriter, readAfter, type SessionEvent } from '../../../shared/events/index.ts';
import { markSessionDeleting } from '../../../shared/sessions/index.ts';
import { handleMessage, spaces } from '../../../shared/spaces/index.ts';
import { getItem, sessionKeys } from '../../../shared/store/index.ts';
import { inWorld } from './in-world.ts';
import { completed } from './world.ts';

/* Requirements: BUS6. */

const here = inWorld();

const idle = '#status = :open and attribute_not_exists(#active)';
const busy = '#status = :open and attribute_exists(#active) and #queued < :most';
const activeIsOld = '#status = :open and #active = :old';

describe('a message for an idle session', () => {
  test('a message is accepted by the last number of its session’s log alone, and else by the whole log', async () => {
    const [agent, session] = [await here.place.agent(3), await here.place.session()];
    const { project, clock } = here.place;
    expect((await here.place.say(session, agent)).run.state).toBe('running');
    const other = await here.place.session();
    const writer = new EventWriter({ project, session: other, stillMine: async () => true });
    writer.emit({ event_type: 'task_progress', payload: { characters: 1 } });
    await writer.flush();
    const { run } = await here.place.say(other, agent);
    expect(run.state).toBe('running');
    const { lines } = await readAfter(project, other, { after: 0, clock });
    expect(lines.map((line) => JSON.parse(line) as SessionEvent).map(({ event_id }) => event_id)).toEqual([1, 2, 3, 4]);
  });

  test('a message is pushed to whoever begins to listen as it is accepted, though nobody was there before', async () => {
    const { project, clock } = here.place;
    const [agent, session] = [await here.place.agent(2), await here.place.session()];
    for (let turn = 0; turn < 2; turn += 1) {
      const { run } = await here.place.say(session, agent);
      await finishRun(await here.place.claim(run), completed, { clock });
    }
    const [tier, family] = ['standard', 'fam'];
    await connect('socket', {
      scope: project.user,
      projectId: project.projectId,
      via: 'token',
      credential: 'jti',
      tier,
      family,
    });
    const socket = await findConnection('socket');
    const log = sessionKeys.log(project, session);
    expect(await getItem(log)).toMatchObject({ heard_until: 0 });
    const race = await here.world.race(
      '#heard_until = :heard',
      () => here.place.say(session, agent),
      () => subscribe(project, session, { connection: socket! }),
    );
    expect(race.refused).toEqual(['#heard_until = :heard']);
    expect(race.result).toMatchObject({ status: 'fulfilled', value: { run: { state: 'running' } } });
    expect((await getItem(log))?.heard_until).toBeGreaterThan(0);
    await disconnect('socket');
  });

  test('a message for an idle session waits behind another one that came first', async () => {
    const [agent, session] = [await here.place.agent(2), await here.place.session()];
    const race = await here.world.race(
      idle,
      () => here.place.say(session, agent),
      () => here.place.say(session, agent),
    );
    expect(race.refused).toContain(idle);
    expect(race.result).toMatchObject({ status: 'fulfilled', value: { run: { state: 'queued' } } });
  });

  test('a message for an idle session is not found once the session is being deleted, and nothing of it is kept', async () => {
    const [agent, session] = [await here.place.agent(), await here.place.session()];
    const race = await here.world.race(
      idle,
      () => here.place.say(session, agent),
      () => markSessionDeleting(here.place.project, session, { keepMemories: false, clock: here.place.clock }),
    );
    expect(race.refused).toEqual([idle]);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 404 } });
    expect(await here.place.lane(agent)).toEqual([0, 0, 0]);
  });

  test('a message for an idle session queues in the lane when another session takes the last slot', async () => {
    const agent = await here.place.agent();
    const session = await here.place.session();
    const condition = '#running < #slots and #waiting = :none';
    const race = await here.world.race(
      condition,
      () => here.place.say(session, agent),
      () => here.place.queued(agent),
    );
    expect(race.refused).toMatchObject([expect.stringContaining(condition)]);
    expect(await here.place.lane(agent)).toEqual([1, 1, 2]);
  });

  test('a message for an idle session starts when the slot it would have waited for becomes free', async () => {
    const agent = await here.place.agent();
    const { claim } = await here.place.working(agent);
    const session = await here.place.session();
    const condition = '(#running >= #slots or #waiting > :none)';
    const race = await here.world.race(
      condition,
      () => here.place.say(session, agent),
      () => finishRun(claim, completed, { clock: here.place.clock }),
    );
    expect(race.refused).toMatchObject([expect.stringContaining(condition)]);
    expect(await here.place.lane(agent)).toEqual([1, 0, 1]);
  });

  test('a message for an idle session is refused when the agent is deregistered, and nothing of it is kept', async () => {
    const [agent, session] = [await here.place.agent(), await here.place.session()];
    const race = await here.world.race(
      '#status = :ready',
      () => here.place.say(session, agent),
      () => deregisterAgent(here.place.project, agent, here.place.clock),
    );
    expect(race.refused).toMatchObject([expect.stringContaining('#status = :ready and #live < #cap')]);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
  });

  test('a message for an idle session answers 429 when the lane’s queue fills up', async () => {
    const agent = await here.place.agent(1, 1);
    await here.place.queued(agent);
    const session = await here.place.session();
    const race = await here.world.race(
      '#live < #cap',
      () => here.place.say(session, agent),
      () => here.place.queued(agent),
    );
    expect(race.refused).toMatchObject([expect.stringContaining('#live < #cap')]);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 429, retryAfter: 5 } });
    expect(await here.place.lane(agent)).toEqual([1, 1, 2]);
  });

  test('a message for an idle session sent twice with one idempotency key is one run', async () => {
    const [agent, session] = [await here.place.agent(), await here.place.session()];
    const say = () => here.place.say(session, agent, { requestKey: 'once' });
    let first: Awaited<ReturnType<typeof say>> | undefined;
    const race = await here.world.race(idle, say, async () => {
      first = await say();
    });
    expect(race.refused).toContain('attribute_not_exists(#pk)');
    expect(race.result).toMatchObject({ status: 'fulfilled', value: { run: { run_id: first?.run.run_id } } });
    expect(await here.place.lane(agent)).toEqual([1, 0, 1]);
  });

  test('a message for an idle session is accepted once when the store’s reply is lost', async () => {
    const [agent, session] = [await here.place.agent(), await here.place.session()];
    const { run } = await here.world.loseReply(idle, () => here.place.say(session, agent));
    expect(await here.place.states(run)).toEqual(['running']);
    expect(await here.place.lane(agent)).toEqual([1, 0, 1]);
  });
});

describe('a message for a busy session', () => {
  test('a message for a busy session starts at once when the session becomes idle', async () => {
    const agent = await here.place.agent();
    const { session, claim } = await here.place.working(agent);
    const race = await here.world.race(
      busy,
      () => here.place.say(session, agent),
      () => finishRun(claim, completed, { clock: here.place.clock }),
    );
    expect(race.refused).toContain(busy);
    expect(race.result).toMatchObject({ status: 'fulfilled', value: { run: { state: 'running' } } });
  });

  test('a message for a busy session answers 429 when the queue of the session fills up', async () => {
    const agent = await here.place.agent();
    const { session } = await here.place.working(agent);
    for (let one = 0; one < 19; one += 1) await here.place.say(session, agent);
    const race = await here.world.race(
      busy,
      () => here.place.say(session, agent),
      () => here.place.say(session, agent),
    );
    expect(race.refused).toContain(busy);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 429 } });
  });

  test('a message for a busy session is not found once the session is being deleted', async () => {
    const agent = await here.place.agent();
    const { session } = await here.place.working(agent);
    const race = await here.world.race(
      busy,
      () => here.place.say(session, agent),
      () => markSessionDeleting(here.place.project, session, { keepMemories: false, clock: here.place.clock }),
    );
    expect(race.refused).toEqual([busy]);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 404 } });
    expect(await here.place.lane(agent)).toEqual([1, 0, 1]);
  });

  test('a message for a busy session answers 429 when the lane’s queue fills up', async () => {
    const agent = await here.place.agent(1, 1);
    const { session } = await here.place.working(agent);
    const race = await here.world.race(
      busy,
      () => here.place.say(session, agent),
      () => here.place.queued(agent),
    );
    expect(race.refused).toMatchObject([expect.stringContaining('#live < #cap')]);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 429 } });
  });
});

describe('an interrupt', () => {
  const interrupt = { onConflict: 'interrupt' as const };

  test('an interrupt of a run that ends by itself leaves that end as it is', async () => {
    const agent = await here.place.agent();
    const { session, run, claim } = await here.place.working(agent);
    const race = await here.world.race(
      activeIsOld,
      () => here.place.say(session, agent, interrupt),
      () => finishRun(claim, completed, { clock: here.place.clock }),
    );
    expect(race.refused).toEqual(expect.arrayContaining([activeIsOld, '#state = :running']));
    expect(race.result).toMatchObject({ status: 'fulfilled', value: { run: { state: 'running' } } });
    expect(await here.place.states(run)).toEqual(['completed']);
  });

  test('an interrupt of a run that is cancelled meanwhile interrupts the one that follows', async () => {
    const agent = await here.place.agent();
    const { session, run } = await here.place.working(agent);
    const next = await here.place.say(session, agent);
    const race = await here.world.race(
      activeIsOld,
      () => here.place.say(session, agent, interrupt),
      () => cancelRun(here.place.project, run.run_id, here.place.clock),
    );
    expect(race.refused).toContain(activeIsOld);
    expect(await here.place.states(run, next.run)).toEqual(['cancelled', 'cancelled']);
    expect(await here.place.lane(agent)).toEqual([1, 0, 1]);
  });

  test('an interrupt of an agent that others wait for gives the slot to the first of them and waits behind', async () => {
    const agent = await here.place.agent(1);
    const { session, run } = await here.place.working(agent);
    const first = await here.place.queued(agent);
    const { run: next } = await here.place.say(session, agent, interrupt);
    expect(await here.place.states(run, first.run, next)).toEqual(['cancelled', 'running', 'running']);
    expect((await here.place.task(first.run)).state).toBe('dispatched');
    expect((await here.place.task(next)).state).toBe('queued');
    expect(await here.place.lane(agent)).toEqual([1, 1, 2]);
  });

  test('an interrupt is refused when the session is being deleted, and cancels nothing', async () => {
    const agent = await here.place.agent();
    const { session, run } = await here.place.working(agent);
    const race = await here.world.race(
      activeIsOld,
      () => here.place.say(session, agent, interrupt),
      () => markSessionDeleting(here.place.project, session, { keepMemories: false, clock: here.place.clock }),
    );
    expect(race.refused).toEqual([activeIsOld]);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 404 } });
    expect(await here.place.states(run)).toEqual(['running']);
  });
});

describe('a message that is sent again under its idempotency key', () => {
  const anAgent = async (name: string): Promise<void> => {
    const input = newAgentSchema.parse({ name, system_prompt: 'You help.' });
    here.place.agents.push((await createAgent(here.place.project, input, here.place)).key);
  };
  const sent = async (more: { targetAgent?: string; onConflict?: 'interrupt' }) => {
    const [session] = here.place.sessions;
    const message = { session: session ?? '', content: 'Hello.', requestKey: 'once', ...more };
    return (await handleMessage(spaces.of(here.place.project), message, here.place.clock)).run.run_id;
  };

  test('is found again where it names no agent, though there is a second one by now', async () => {
    await anAgent('ann');
    await here.place.session();
    const first = await sent({});
    await anAgent('ben');
    expect(await sent({})).toBe(first);
  });

  test('is refused where it names another agent, or would interrupt', async () => {
    await anAgent('ann');
    await anAgent('ben');
    await here.place.session();
    const first = await sent({ targetAgent: 'ann' });
    expect(await sent({ targetAgent: 'ann' })).toBe(first);
    await expect(sent({ targetAgent: 'ben' })).rejects.toMatchObject({ status: 409 });
    await expect(sent({ targetAgent: 'ann', onConflict: 'interrupt' })).rejects.toMatchObject({ status: 409 });
  });
});
