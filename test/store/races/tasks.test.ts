import { describe, expect, test } from 'vitest';
import { askPerson } from '../../../shared/approvals/index.ts';
import {
  announceEffect,
  type Claim,
  cancelRun,
  claimTask,
  finishRun,
  listSteps,
  type ModelStep,
  markRemembered,
  parkForRetry,
  readJournal,
  recordStep,
  redriveTask,
  reviveDeadLetter,
  yieldTask,
} from '../../../shared/bus/index.ts';
import { renew } from '../../../shared/bus/work/lease.ts';
import { MINUTE, SECOND } from '../../../shared/core/clock.ts';
import { runKeys, updateItem } from '../../../shared/store/index.ts';
import { inWorld } from './in-world.ts';
import { completed, type DirectRun, usage } from './world.ts';

const here = inWorld();

const mine = '#state = :running and #epoch = :epoch';
const step = (text: string): ModelStep => ({ kind: 'model', text, calls: [], usage });
const messageOf = ({ user_id, project_id, session_id, run_id, task_id }: DirectRun, wake: number) => ({
  ...{ user_id, project_id, session_id, run_id, task_id, wake },
});
/** The lease is over, and the sweeper gives the task to another worker. */
const takeOver = async (run: DirectRun): Promise<Claim> => {
  const { place } = here;
  place.now += 2 * MINUTE;
  await redriveTask(place.project, { run: run.run_id, id: run.task_id }, place.clock);
  return place.claim(run);
};

describe('a task', () => {
  test('a task is claimed by one of two workers that got the same message', async () => {
    const { place, world } = here;
    const { run } = await place.queued(await place.agent());
    const claim = () => claimTask(messageOf(run, 1), place.clock);
    const race = await world.race('#state = :dispatched and #wake = :wake', claim, claim);
    expect(race.refused).toHaveLength(1);
    expect(race.result).toEqual({ status: 'fulfilled', value: undefined });
    expect(await place.task(run)).toMatchObject({ state: 'running', epoch: 1, claims: 1 });
  });

  test('a task is not claimed for a wake that is over', async () => {
    const { place, world } = here;
    const { run } = await place.queued(await place.agent());
    const race = await world.race(
      '#state = :dispatched and #wake = :wake',
      () => claimTask(messageOf(run, 1), place.clock),
      async () => yieldTask(await place.claim(run), place.clock),
    );
    expect(race.result).toEqual({ status: 'fulfilled', value: undefined });
    expect(await place.task(run)).toMatchObject({ state: 'dispatched', wake: 2, epoch: 1 });
  });

  test('a cancelled task is not claimed', async () => {
    const { place, world } = here;
    const { run } = await place.queued(await place.agent());
    const race = await world.race(
      '#state = :dispatched and #wake = :wake',
      () => claimTask(messageOf(run, 1), place.clock),
      () => cancelRun(place.project, run.run_id, place.clock),
    );
    expect(race.result).toEqual({ status: 'fulfilled', value: undefined });
    expect((await place.task(run)).state).toBe('cancelled');
  });

  const writes: [string, (claim: Claim) => Promise<unknown>, unknown][] = [
    ['finishes no run', (claim) => finishRun(claim, completed, { clock: here.place.clock }), false],
    ['records no step', (claim) => recordStep(claim, step('late')), false],
    ['announces no effect', (claim) => announceEffect(claim, '{}'), undefined],
    ['renews no lease', (claim) => renew(claim, here.place.clock), false],
    ['calls no successor', (claim) => yieldTask(claim, here.place.clock), false],
    ['parks nothing', (claim) => parkForRetry(claim, { error_code: 'x' }, { clock: here.place.clock }), false],
    [
      'asks nobody',
      (claim) => askPerson(claim, { about: 'question', risk: 'low', payload: {} }, { clock: here.place.clock }),
      false,
    ],
  ];
  for (const [what, write, answer] of writes) {
    test(`a task that was taken over: its old worker ${what}`, async () => {
      const { place, world } = here;
      const agent = await place.agent();
      const { run, claim } = await place.working(agent);
      let successor: Claim | undefined;
      const race = await world.race(
        mine,
        () => write(claim),
        async () => {
          successor = await takeOver(run);
        },
      );
      expect(race.refused).toMatchObject([expect.stringContaining(mine)]);
      expect(race.result).toEqual({ status: 'fulfilled', value: answer });
      expect(await place.task(run)).toEqual(successor?.task);
      expect(await place.lane(agent)).toEqual([1, 0, 1]);
    });
  }
});

describe('a journal', () => {
  test('a journal has every step once, though its worker wrote it twice', async () => {
    const { place, world } = here;
    const { claim, run } = await place.working(await place.agent());
    const twin = { ...claim };
    const race = await world.race(
      '#step = :step',
      () => recordStep(claim, step('first')),
      () => recordStep(twin, step('twin')),
    );
    expect(race.refused).toEqual([expect.stringContaining('#step = :step'), 'attribute_not_exists(#pk)']);
    expect(race.result).toEqual({ status: 'fulfilled', value: false });
    expect(await readJournal(place.project, await place.task(run))).toMatchObject([{ text: 'twin' }]);
    expect((await place.task(run)).step).toBe(2);
  });

  test('a journal tells when each step began and ended, and a gap where a worker died', async () => {
    const { place } = here;
    const { claim, run } = await place.working(await place.agent());
    const begin = place.now;
    place.now += 3 * SECOND;
    await recordStep(claim, step('first'), place.clock);
    place.now += 4 * SECOND;
    await recordStep(claim, step('second'), place.clock);
    // Dies in the third.
    const successor = await takeOver(run);
    place.now += SECOND;
    await recordStep(successor, step('third'), place.clock);
    const { items } = await listSteps(place.project, run.run_id, { limit: 10 });
    const seconds = (time: string | undefined): number => (Date.parse(time ?? '') - begin) / SECOND;
    expect(items.map(({ number, began_at, ended_at }) => [number, seconds(began_at), seconds(ended_at)])).toEqual([
      [1, 0, 3],
      [2, 3, 7],
      [3, 127, 128],
    ]);
  });

  test('a journal of before, without times, is shown without them', async () => {
    const { place } = here;
    const { claim, run } = await place.working(await place.agent());
    await recordStep(claim, step('first'), place.clock);
    const key = runKeys.step(place.project, run.run_id, run.task_id, 1);
    await updateItem(key, 'REMOVE #began_at, #ended_at', { when: 'attribute_exists(#pk)', values: {} });
    expect((await listSteps(place.project, run.run_id, { limit: 10 })).items).toEqual([
      { task_id: run.task_id, number: 1, is_cut: false, kind: 'model', text: 'first', calls: [], usage },
    ]);
  });

  test('a journal has a step once whose reply was lost, and its worker continues', async () => {
    const { place, world } = here;
    const { claim, run } = await place.working(await place.agent());
    expect(await world.loseReply('#step = :step', () => recordStep(claim, step('first')))).toBe(true);
    expect((await place.task(run)).step).toBe(2);
  });

  test('a journal announces an effect once, though its worker did so twice', async () => {
    const { place, world } = here;
    const { claim, run } = await place.working(await place.agent());
    const twin = { ...claim };
    const race = await world.race(
      'attribute_not_exists(#intent)',
      () => announceEffect(claim, '{"a":1}'),
      () => announceEffect(twin, '{"a":2}'),
    );
    expect(race.refused).toEqual([`${mine} and attribute_not_exists(#intent)`]);
    expect(race.result).toEqual({ status: 'fulfilled', value: undefined });
    expect((await place.task(run)).intent).toMatchObject({ attempt: 1, arguments: '{"a":2}' });
  });

  test('a journal lets a worker continue whose announcement had no reply', async () => {
    const { place, world } = here;
    const { claim } = await place.working(await place.agent());
    const intent = await world.loseReply('attribute_not_exists(#intent)', () => announceEffect(claim, '{}'));
    expect(intent).toMatchObject({ attempt: 1 });
  });
});

describe('a lease', () => {
  const leaseIsOver = '#state = :running and #epoch = :epoch and #lease_until < :now';

  test('a lease renewed just before its end stays with its worker', async () => {
    const { place, world } = here;
    const { claim, run } = await place.working(await place.agent());
    place.now += 2 * MINUTE;
    const race = await world.race(
      leaseIsOver,
      () => redriveTask(place.project, { run: run.run_id, id: run.task_id }, place.clock),
      () => renew(claim, place.clock),
    );
    expect(race.refused).toEqual([leaseIsOver]);
    expect(await place.task(run)).toMatchObject({ state: 'running', epoch: 1 });
  });

  test('a lease ends once, however many sweepers see its end', async () => {
    const { place, world } = here;
    const { run } = await place.working(await place.agent());
    place.now += 2 * MINUTE;
    const end = () => redriveTask(place.project, { run: run.run_id, id: run.task_id }, place.clock);
    const race = await world.race(leaseIsOver, end, end);
    expect(race.refused).toEqual([leaseIsOver]);
    expect(await place.task(run)).toMatchObject({ state: 'dispatched', epoch: 2, wake: 2 });
  });
});

describe('a message', () => {
  const thisWake = '#state = :dispatched and #wake = :wake';

  test('a message that is sent again leaves alone the lease of a worker that claimed meanwhile', async () => {
    const { place, world } = here;
    const { run } = await place.queued(await place.agent());
    place.now += 2 * MINUTE;
    const race = await world.race(
      thisWake,
      () => redriveTask(place.project, { run: run.run_id, id: run.task_id }, place.clock),
      () => place.claim(run),
    );
    expect(race.refused).toEqual([thisWake]);
    expect(await place.task(run)).toMatchObject({ state: 'running', due_at: place.now + MINUTE });
  });

  test('a message that became a dead letter is dropped once its task was claimed', async () => {
    const { place, world } = here;
    const { run } = await place.queued(await place.agent());
    const race = await world.race(
      thisWake,
      () => reviveDeadLetter(messageOf(run, 1), place.clock),
      () => place.claim(run),
    );
    expect(race.result).toEqual({ status: 'fulfilled', value: 'dropped' });
    expect((await place.task(run)).due_at).toBe(place.now + MINUTE);
  });
});

test('an answer that is remembered just then is not called overdue again', async () => {
  const { place, world } = here;
  const { claim, run } = await place.working(await place.agent());
  await finishRun(claim, { ...completed, unremembered: true } as typeof completed, { clock: place.clock });
  place.now += MINUTE;
  const race = await world.race(
    '#unremembered = :yes',
    () => redriveTask(place.project, { run: run.run_id, id: run.task_id }, place.clock),
    async () => markRemembered(place.project, await place.task(run)),
  );
  expect(race.refused).toEqual(['#unremembered = :yes']);
  expect((await place.task(run)).due_at).toBeUndefined();
});
