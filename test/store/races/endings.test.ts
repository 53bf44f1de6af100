import { describe, expect, test } from 'vitest';
import { cancelRun, finishRun, parkForRetry, redriveTask } from '../../../shared/bus/index.ts';
import { inWorld } from './in-world.ts';
import { completed } from './world.ts';

const here = inWorld();

/** Of a task that completes: its worker's still, and nothing is left to ask. */
const mine = '#state = :running and #epoch = :epoch and (attribute_not_exists(#questions) or size(#questions) = :none)';
const asRead = '#state = :as_read';
const sameState = '#state = :state and #wake = :wake';
const sameSlot = '#state in (:dispatched, :running) and #wake = :wake';
const finish = (claim: Parameters<typeof finishRun>[0]) => finishRun(claim, completed, { clock: here.place.clock });
const cancel = (run: { run_id: string }) => cancelRun(here.place.project, run.run_id, here.place.clock);
const cancelAgainst = (run: { run_id: string }, rival: () => Promise<unknown>) =>
  here.world.race(asRead, () => cancel(run), rival);
const finishAgainst = (condition: string, claim: Parameters<typeof finish>[0], rival: () => Promise<unknown>) =>
  here.world.race(condition, () => finish(claim), rival);
/** A new agent at work on a message of a new session. */
const working = async (slots?: number) => {
  const agent = await here.place.agent(slots);
  return { agent, ...(await here.place.working(agent)) };
};

describe('a run that is cancelled', () => {
  test('a cancelled run that waits for its session is cancelled as well when it starts just then', async () => {
    const { place } = here;
    const { agent, session, claim } = await working();
    const { run } = await place.say(session, agent);
    const race = await cancelAgainst(run, () => finish(claim));
    expect(race.refused).toEqual(expect.arrayContaining([asRead, sameState, 'attribute_exists(#pk)']));
    expect(await place.states(run)).toEqual(['cancelled']);
    expect(await place.lane(agent)).toEqual([0, 0, 0]);
  });

  test('a run cancelled just as it completes stays completed, and the answer is 409', async () => {
    const { place } = here;
    const { run, claim } = await working();
    const race = await cancelAgainst(run, () => finish(claim));
    expect(race.refused).toEqual(expect.arrayContaining([asRead, sameSlot]));
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
    expect(await place.states(run)).toEqual(['completed']);
  });

  test('a run cancelled while its task starts to wait gives back no slot it no longer has', async () => {
    const { place } = here;
    const { agent, run, claim } = await working();
    const race = await cancelAgainst(run, () => parkForRetry(claim, { error_code: 'model' }, { clock: place.clock }));
    expect(race.refused).toContain(sameSlot);
    expect(await place.states(run)).toEqual(['cancelled']);
    expect(await place.lane(agent)).toEqual([0, 0, 0]);
  });

  test('a run cancelled while its task continues and waits again is read again', async () => {
    const { place } = here;
    const { agent, run, claim } = await working();
    const park = (one: typeof claim) =>
      parkForRetry(one, { error_code: 'model' }, { clock: place.clock, random: () => 0 });
    await park(claim);
    const race = await cancelAgainst(run, async () => {
      await redriveTask(place.project, { run: run.run_id, id: run.task_id }, place.clock);
      await park(await place.claim(run));
    });
    expect(race.refused).toContain(sameState);
    expect(await place.task(run)).toMatchObject({ state: 'cancelled', wake: 2 });
    expect(await place.lane(agent)).toEqual([0, 0, 0]);
  });

  test('a run cancelled in the lane’s queue just as it gets a slot gives that slot back', async () => {
    const { place } = here;
    const { agent, claim } = await working();
    const { run } = await place.queued(agent);
    const race = await cancelAgainst(run, () => finish(claim));
    expect(race.refused).toContain(sameState);
    expect(await place.lane(agent)).toEqual([0, 0, 0]);
  });

  test('a run cancelled twice at once ends once', async () => {
    const { run } = await working();
    const race = await cancelAgainst(run, () => cancel(run));
    expect(race.refused).toContain(asRead);
    expect(race.result).toMatchObject({ status: 'fulfilled', value: { state: 'cancelled' } });
  });

  test('a cancelled run hands the session to a message that comes just then', async () => {
    const { place, world } = here;
    const { agent, session, run } = await working();
    const nobodyFollows = '#active = :run and #queued = :none';
    const race = await world.race(
      nobodyFollows,
      () => cancel(run),
      () => place.say(session, agent),
    );
    expect(race.refused).toContain(nobodyFollows);
    expect(await place.lane(agent)).toEqual([1, 0, 1]);
  });
});

describe('a run that ends', () => {
  test('a run that ends just as it is cancelled stays cancelled, and its answer is not kept', async () => {
    const { place } = here;
    const { run, claim } = await working();
    const race = await finishAgainst(mine, claim, () => cancel(run));
    expect(race.refused).toEqual(
      expect.arrayContaining([mine, '#state = :running', '#active = :run and #queued = :none']),
    );
    expect(race.result).toEqual({ status: 'fulfilled', value: false });
    expect(await place.states(run)).toEqual(['cancelled']);
  });

  test('a run that ends hands the session to a message that comes just then', async () => {
    const { place } = here;
    const { agent, session, claim } = await working(2);
    const race = await finishAgainst('#active = :run and #queued = :none', claim, () => place.say(session, agent));
    expect(race.refused).toContain('#active = :run and #queued = :none');
    expect(race.result).toEqual({ status: 'fulfilled', value: true });
    expect(await place.lane(agent)).toEqual([1, 0, 1]);
  });

  test('a run that ends does not bring back a run that is cancelled just before its turn', async () => {
    const { place } = here;
    const { agent, session, claim } = await working();
    const [next, last] = [await place.say(session, agent), await place.say(session, agent)];
    const race = await finishAgainst('#state = :held', claim, () => cancel(next.run));
    expect(race.refused).toEqual(expect.arrayContaining(['#state = :queued', '#state = :held']));
    expect(await place.states(next.run, last.run)).toEqual(['cancelled', 'running']);
  });

  test('a run that ends takes the next free event number when another event takes its own', async () => {
    const { place } = here;
    const { agent, session, claim } = await working();
    const race = await finishAgainst(mine, claim, () => place.say(session, agent));
    expect(race.refused).toContain('attribute_not_exists(#pk)');
    expect(race.result).toEqual({ status: 'fulfilled', value: true });
  });

  test('a run ends once when the store’s reply is lost', async () => {
    const { place, world } = here;
    const { agent, run, claim } = await working();
    expect(await world.loseReply(mine, () => finish(claim))).toBe(true);
    expect(await place.states(run)).toEqual(['completed']);
    expect(await place.lane(agent)).toEqual([0, 0, 0]);
  });

  test('a run that ends starts the next one although its message could not be sent', async () => {
    const { place, world } = here;
    const { agent, session, claim } = await working();
    const { run } = await place.say(session, agent);
    world.queues.refusing = true;
    expect(await finish(claim)).toBe(true);
    world.queues.refusing = false;
    place.now += 120_000;
    await redriveTask(place.project, { run: run.run_id, id: run.task_id }, place.clock);
    expect(world.queues.sent.at(-1)).toMatchObject({ queue: 'agents', body: { task_id: run.task_id, wake: 1 } });
  });
});
