import { describe, expect, test } from 'vitest';
import {
  type Claim,
  cancelRun,
  changeLimits,
  deregisterAgent,
  finishRun,
  markAgentDeleting,
  parkForRetry,
  redriveTask,
  registerAgent,
  settleLane,
} from '../../../shared/bus/index.ts';
import { findLane } from '../../../shared/bus/lanes/changes.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import { transact } from '../../../shared/store/index.ts';
import { inWorld } from './in-world.ts';
import { completed } from './world.ts';

/* Requirements: BUS1. */

const here = inWorld();

const fits = '#running <= #slots';
const over = '#running > #slots';
const nobody = '#waiting = :none';
const limit = (agent: string, slots: number) =>
  transact([
    changeLimits(here.place.project, agent, {
      limits: { concurrency_limit: slots, max_pending: 30 },
      now: here.place.now,
    }),
  ]);
const finish = (claim: Parameters<typeof finishRun>[0]) => finishRun(claim, completed, { clock: here.place.clock });
const holding = (text: string) => [expect.stringContaining(text)];

describe('a slot that is left', () => {
  test('a freed slot is given up when the limit is lowered before it is handed over', async () => {
    const { place, world } = here;
    const agent = await place.agent(2);
    const [one] = [await place.working(agent), await place.working(agent)];
    const waits = await place.queued(agent);
    const race = await world.race(
      `${fits}`,
      () => finish(one.claim),
      () => limit(agent, 1),
    );
    expect(race.refused).toMatchObject(holding(fits));
    expect(await place.lane(agent)).toEqual([1, 1, 2]);
    expect((await place.task(waits.run)).state).toBe('queued');
  });

  test('a freed slot goes to work that queues just then', async () => {
    const { place, world } = here;
    const agent = await place.agent();
    const { claim } = await place.working(agent);
    const race = await world.race(
      `(${nobody} or ${over})`,
      () => finish(claim),
      () => place.queued(agent),
    );
    expect(race.refused).toMatchObject(holding(`(${nobody} or ${over})`));
    expect(await place.lane(agent)).toEqual([1, 0, 1]);
  });

  test('a freed slot goes to the next in the queue when its head is cancelled just then', async () => {
    const { place, world } = here;
    const agent = await place.agent();
    const { claim } = await place.working(agent);
    const [head, second] = [await place.queued(agent), await place.queued(agent)];
    const race = await world.race(
      '#state = :queued',
      () => finish(claim),
      () => cancelRun(place.project, head.run.run_id, place.clock),
    );
    expect(race.refused).toEqual(['#state = :queued']);
    expect([(await place.task(head.run)).state, (await place.task(second.run)).state]).toEqual([
      'cancelled',
      'dispatched',
    ]);
    expect(await place.lane(agent)).toEqual([1, 0, 1]);
  });

  test('a freed slot is taken over by the session’s next run only if nothing queued before it', async () => {
    const { place, world } = here;
    const agent = await place.agent();
    const { claim, session } = await place.working(agent);
    const next = await place.say(session, agent);
    let other: Awaited<ReturnType<typeof place.queued>> | undefined;
    const race = await world.race(
      `${fits} and ${nobody}`,
      () => finish(claim),
      async () => {
        other = await place.queued(agent);
      },
    );
    expect(race.refused).toMatchObject(holding(`${fits} and ${nobody}`));
    expect((await place.task(next.run)).state).toBe('queued');
    expect(other && (await place.task(other.run)).state).toBe('dispatched');
  });

  test('a freed slot is given up under a lowered limit, and the session’s next run queues', async () => {
    const { place, world } = here;
    const agent = await place.agent(2);
    const [{ claim, session }] = [await place.working(agent), await place.working(agent)];
    const next = await place.say(session, agent);
    const race = await world.race(
      `${fits} and ${nobody}`,
      () => finish(claim),
      () => limit(agent, 1),
    );
    expect(race.refused).toMatchObject(holding(fits));
    expect(await place.lane(agent)).toEqual([1, 1, 2]);
    expect((await place.task(next.run)).state).toBe('queued');
  });

  test('a freed slot is given up under a lowered limit even if it was to be handed over while the next run queues', async () => {
    const { place, world } = here;
    const agent = await place.agent(2);
    const [{ claim, session }] = [await place.working(agent), await place.working(agent)];
    await place.queued(agent);
    await place.say(session, agent);
    const race = await world.race(
      fits,
      () => finish(claim),
      () => limit(agent, 1),
    );
    expect(race.refused).toMatchObject(holding(fits));
    expect(await place.lane(agent)).toEqual([1, 2, 3]);
  });

  test('a freed slot is kept when the limit rises again before it is given up', async () => {
    const { place, world } = here;
    const agent = await place.agent(2);
    const [{ claim, session }] = [await place.working(agent), await place.working(agent)];
    const next = await place.say(session, agent);
    await limit(agent, 1);
    const race = await world.race(
      over,
      () => finish(claim),
      () => limit(agent, 2),
    );
    expect(race.refused).toMatchObject(holding(over));
    expect(await place.lane(agent)).toEqual([2, 0, 2]);
    expect((await place.task(next.run)).state).toBe('dispatched');
  });
});

describe('a lane whose limit was raised', () => {
  test('a lane whose limit was raised is filled once, however many sweepers fill it', async () => {
    const { place, world } = here;
    const agent = await place.agent();
    await place.working(agent);
    const [head] = [await place.queued(agent), await place.queued(agent)];
    await limit(agent, 2);
    const settle = () => settleLane(place.project, agent, place.clock);
    const race = await world.race('#running < #slots', settle, settle);
    expect(race.refused).toEqual(['#running < #slots', '#state = :queued']);
    expect(await place.lane(agent)).toEqual([2, 1, 3]);
    expect((await place.task(head.run)).state).toBe('dispatched');
  });

  test('a lane whose limit was raised stays due when its agent is deregistered before it is found full', async () => {
    const { place, world } = here;
    const agent = await place.agent();
    await place.working(agent);
    await limit(agent, 2);
    const race = await world.race(
      '#status = :ready and (#running >= #slots or #waiting = :none)',
      () => settleLane(place.project, agent, place.clock),
      () => deregisterAgent(place.project, agent, place.clock),
    );
    expect(race.refused).toHaveLength(1);
    expect(await findLane(place.project, agent)).toMatchObject({ status: 'draining', due_at: place.now });
  });

  test('a lane whose limit was raised is filled when work queues before it is found empty', async () => {
    const { place, world } = here;
    const agent = await place.agent(2);
    const works = await place.working(agent);
    await place.working(agent);
    await limit(agent, 1);
    await limit(agent, 3);
    const race = await world.race(
      '#status = :ready and (#running >= #slots or #waiting = :none)',
      () => settleLane(place.project, agent, place.clock),
      async () => {
        await limit(agent, 2);
        await place.queued(agent);
        await limit(agent, 3);
      },
    );
    expect(race.refused).toHaveLength(1);
    expect(await place.lane(agent)).toEqual([3, 0, 3]);
    expect(await finish(works.claim)).toBe(true);
  });
});

describe('a worker that lost its task', () => {
  test.each<[string, (claim: Claim) => Promise<unknown>]>([
    ['ends it', finish],
    ['puts it off', (claim) => parkForRetry(claim, { error_code: 'model' }, { clock: here.place.clock })],
  ])('%s in vain while the task waits at the head of its lane', async (_what, write) => {
    const { place } = here;
    const agent = await place.agent();
    const { run, claim } = await place.working(agent);
    await parkForRetry(claim, { error_code: 'model' }, { clock: place.clock });
    await place.working(agent);
    place.now += MINUTE;
    await redriveTask(place.project, { run: run.run_id, id: run.task_id }, place.clock);
    expect((await place.task(run)).state).toBe('queued');
    expect(await write(claim)).toBe(false);
    expect((await place.task(run)).state).toBe('queued');
    expect(await place.lane(agent)).toEqual([1, 1, 2]);
  });
});

describe('an agent that is deregistered', () => {
  test('a lane that waits long for its work stays due, and not as if nobody had looked', async () => {
    const { place } = here;
    const agent = await place.agent();
    await place.working(agent);
    await deregisterAgent(place.project, agent, place.clock);
    const later = place.now + 11 * MINUTE;
    await settleLane(place.project, agent, { now: () => later });
    expect(await findLane(place.project, agent)).toMatchObject({ status: 'draining', live: 1, due_at: later });
  });

  test('a deregistered agent stays ready when it is registered again before it goes off', async () => {
    const { place, world } = here;
    const agent = await place.agent();
    const race = await world.race(
      '#status = :draining and #live = :none',
      () => deregisterAgent(place.project, agent, place.clock),
      () => registerAgent(place.project, agent, place.clock),
    );
    expect(race.refused).toHaveLength(1);
    expect(await findLane(place.project, agent)).toMatchObject({ status: 'ready' });
  });

  test('deregistering an agent answers 409 when its deletion came first', async () => {
    const { place, world } = here;
    const agent = await place.agent();
    const race = await world.race(
      '#status <> :deleting',
      () => deregisterAgent(place.project, agent, place.clock),
      () => markAgentDeleting(place.project, agent, place.clock),
    );
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
    expect(await findLane(place.project, agent)).toMatchObject({ status: 'deleting' });
    const again = await limit(agent, 3);
    expect(again).toMatchObject({ ok: false, lost: [0] });
  });

  test('a deregistered agent is taken off the due list when its limits change while it is off', async () => {
    const { place } = here;
    const agent = await place.agent();
    await deregisterAgent(place.project, agent, place.clock);
    await limit(agent, 2);
    await settleLane(place.project, agent, place.clock);
    const lane = await findLane(place.project, agent);
    expect([lane?.status, lane?.due_at]).toEqual(['off', undefined]);
  });

  test('a deregistered agent that is registered again while it is off stays ready', async () => {
    const { place, world } = here;
    const agent = await place.agent();
    await deregisterAgent(place.project, agent, place.clock);
    await limit(agent, 2);
    const race = await world.race(
      '#status = :off',
      () => settleLane(place.project, agent, place.clock),
      () => registerAgent(place.project, agent, place.clock),
    );
    expect(race.refused).toEqual(['#status = :off']);
    expect(await findLane(place.project, agent)).toMatchObject({ status: 'ready', slots: 2 });
  });

  test('a deregistered agent is deleted once, with the deadline of the first request', async () => {
    const { place, world } = here;
    const agent = await place.agent();
    const race = await world.race(
      '#status <> :deleting',
      () => markAgentDeleting(place.project, agent, { now: () => place.now + 1_000 }),
      () => markAgentDeleting(place.project, agent, place.clock),
    );
    expect(race).toMatchObject({ result: { status: 'fulfilled' }, refused: [expect.anything()] });
    expect((await findLane(place.project, agent))?.deadline).toBe(place.now + 60_000);
  });
});

describe('a retry that wakes', () => {
  test('a retry that wakes queues when the free slot it saw is taken', async () => {
    const { place, world } = here;
    const agent = await place.agent();
    const { claim, run } = await place.working(agent);
    await parkForRetry(claim, { error_code: 'model' }, { clock: place.clock, random: () => 0 });
    const race = await world.race(
      `#running < #slots and ${nobody}`,
      () => redriveTask(place.project, { run: run.run_id, id: run.task_id }, place.clock),
      () => place.queued(agent),
    );
    expect(race.refused).toMatchObject(holding(`#running < #slots and ${nobody}`));
    expect((await place.task(run)).state).toBe('queued');
  });

  test('a retry starts once, however many sweepers wake it', async () => {
    const { place, world } = here;
    const agent = await place.agent(2);
    const { claim, run } = await place.working(agent);
    await parkForRetry(claim, { error_code: 'model' }, { clock: place.clock, random: () => 0 });
    const wake = () => redriveTask(place.project, { run: run.run_id, id: run.task_id }, place.clock);
    const race = await world.race('#state = :waiting and #why = :why and #wake = :wake', wake, wake);
    expect(race.refused).toEqual(['#state = :waiting and #why = :why and #wake = :wake']);
    expect(await place.task(run)).toMatchObject({ state: 'dispatched', wake: 2 });
    expect(await place.lane(agent)).toEqual([1, 0, 1]);
  });
});
