import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cancelRun, deregister, finishRun } from '../../../shared/bus/index.ts';
import { markSessionDeleting } from '../../../shared/sessions/index.ts';
import { audit } from './audit.ts';
import { completed, Place, startWorld, type World } from './world.ts';

let world: World;
let place: Place;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  place = new Place();
});
afterEach(async () => expect(await audit(place)).toEqual([]));

const idle = '#status = :open and attribute_not_exists(#active)';
const busy = '#status = :open and attribute_exists(#active) and #queued < :most';
const activeIsOld = '#status = :open and #active = :old';

describe('a message for an idle session', () => {
  test('waits behind another one that came first', async () => {
    const [agent, session] = [await place.agent(2), await place.session()];
    const race = await world.race(
      idle,
      () => place.say(session, agent),
      () => place.say(session, agent),
    );
    expect(race.refused).toContain(idle);
    expect(race.result).toMatchObject({ status: 'fulfilled', value: { run: { state: 'queued' } } });
  });

  test('is not found once the session is being deleted, and nothing of it is kept', async () => {
    const [agent, session] = [await place.agent(), await place.session()];
    const race = await world.race(
      idle,
      () => place.say(session, agent),
      () => markSessionDeleting(place.project, session, false, place.clock),
    );
    expect(race.refused).toEqual([idle]);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 404 } });
    expect(await place.lane(agent)).toEqual([0, 0, 0]);
  });

  test('queues in the lane when another session takes the last slot', async () => {
    const agent = await place.agent();
    const session = await place.session();
    const condition = '#running < #slots and #waiting = :none';
    const race = await world.race(
      condition,
      () => place.say(session, agent),
      () => place.queued(agent),
    );
    expect(race.refused).toMatchObject([expect.stringContaining(condition)]);
    expect(await place.lane(agent)).toEqual([1, 1, 2]);
  });

  test('starts when the slot becomes free that it would have waited for', async () => {
    const agent = await place.agent();
    const { claim } = await place.working(agent);
    const session = await place.session();
    const condition = '(#running >= #slots or #waiting > :none)';
    const race = await world.race(
      condition,
      () => place.say(session, agent),
      () => finishRun(claim, completed, undefined, place.clock),
    );
    expect(race.refused).toMatchObject([expect.stringContaining(condition)]);
    expect(await place.lane(agent)).toEqual([1, 0, 1]);
  });

  test('is refused when the agent is deregistered, and nothing of it is kept', async () => {
    const [agent, session] = [await place.agent(), await place.session()];
    const race = await world.race(
      '#status = :ready',
      () => place.say(session, agent),
      () => deregister(place.project, agent, place.clock),
    );
    expect(race.refused).toMatchObject([expect.stringContaining('#status = :ready and #live < #cap')]);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
  });

  test('answers 429 when the last room in the lane is taken', async () => {
    const agent = await place.agent(1, 1);
    await place.queued(agent);
    const session = await place.session();
    const race = await world.race(
      '#live < #cap',
      () => place.say(session, agent),
      () => place.queued(agent),
    );
    expect(race.refused).toMatchObject([expect.stringContaining('#live < #cap')]);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 429, retryAfter: 5 } });
    expect(await place.lane(agent)).toEqual([1, 1, 2]);
  });

  test('sent twice with one idempotency key is one run', async () => {
    const [agent, session] = [await place.agent(), await place.session()];
    const say = () => place.say(session, agent, { requestKey: 'once' });
    let first: Awaited<ReturnType<typeof say>> | undefined;
    const race = await world.race(idle, say, async () => {
      first = await say();
    });
    expect(race.refused).toContain('attribute_not_exists(#pk)');
    expect(race.result).toMatchObject({ status: 'fulfilled', value: { run: { run_id: first?.run.run_id } } });
    expect(await place.lane(agent)).toEqual([1, 0, 1]);
  });

  test('is accepted once when the reply of the store is lost', async () => {
    const [agent, session] = [await place.agent(), await place.session()];
    const { run } = await world.loseReply(idle, () => place.say(session, agent));
    expect(await place.states(run)).toEqual(['running']);
    expect(await place.lane(agent)).toEqual([1, 0, 1]);
  });
});

describe('a message for a busy session', () => {
  test('starts at once when the session becomes idle', async () => {
    const agent = await place.agent();
    const { session, claim } = await place.working(agent);
    const race = await world.race(
      busy,
      () => place.say(session, agent),
      () => finishRun(claim, completed, undefined, place.clock),
    );
    expect(race.refused).toContain(busy);
    expect(race.result).toMatchObject({ status: 'fulfilled', value: { run: { state: 'running' } } });
  });

  test('answers 429 when the queue of the session fills up', async () => {
    const agent = await place.agent();
    const { session } = await place.working(agent);
    for (let one = 0; one < 19; one += 1) await place.say(session, agent);
    const race = await world.race(
      busy,
      () => place.say(session, agent),
      () => place.say(session, agent),
    );
    expect(race.refused).toContain(busy);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 429 } });
  });

  test('is not found once the session is being deleted', async () => {
    const agent = await place.agent();
    const { session } = await place.working(agent);
    const race = await world.race(
      busy,
      () => place.say(session, agent),
      () => markSessionDeleting(place.project, session, false, place.clock),
    );
    expect(race.refused).toEqual([busy]);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 404 } });
    expect(await place.lane(agent)).toEqual([1, 0, 1]);
  });

  test('that is held by a full lane answers 429', async () => {
    const agent = await place.agent(1, 1);
    const { session } = await place.working(agent);
    const race = await world.race(
      busy,
      () => place.say(session, agent),
      () => place.queued(agent),
    );
    expect(race.refused).toMatchObject([expect.stringContaining('#live < #cap')]);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 429 } });
  });
});

describe('an interrupt', () => {
  const interrupt = { onConflict: 'interrupt' as const };

  test('of a run that ends by itself leaves that end as it is', async () => {
    const agent = await place.agent();
    const { session, run, claim } = await place.working(agent);
    const race = await world.race(
      activeIsOld,
      () => place.say(session, agent, interrupt),
      () => finishRun(claim, completed, undefined, place.clock),
    );
    expect(race.refused).toEqual(expect.arrayContaining([activeIsOld, '#state = :running']));
    expect(race.result).toMatchObject({ status: 'fulfilled', value: { run: { state: 'running' } } });
    expect(await place.states(run)).toEqual(['completed']);
  });

  test('of a run that is cancelled meanwhile interrupts the one that follows', async () => {
    const agent = await place.agent();
    const { session, run } = await place.working(agent);
    const next = await place.say(session, agent);
    const race = await world.race(
      activeIsOld,
      () => place.say(session, agent, interrupt),
      () => cancelRun(place.project, run.run_id, place.clock),
    );
    expect(race.refused).toContain(activeIsOld);
    expect(await place.states(run, next.run)).toEqual(['cancelled', 'cancelled']);
    expect(await place.lane(agent)).toEqual([1, 0, 1]);
  });

  test('is refused when the session is being deleted, and cancels nothing', async () => {
    const agent = await place.agent();
    const { session, run } = await place.working(agent);
    const race = await world.race(
      activeIsOld,
      () => place.say(session, agent, interrupt),
      () => markSessionDeleting(place.project, session, false, place.clock),
    );
    expect(race.refused).toEqual([activeIsOld]);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 404 } });
    expect(await place.states(run)).toEqual(['running']);
  });
});
