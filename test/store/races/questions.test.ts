import { describe, expect, test, vi } from 'vitest';
import {
  cancelRun,
  deregisterAgent,
  drainAgent,
  finishRun,
  markAgentDeleting,
  readJournal,
  redriveTask,
} from '../../../shared/bus/index.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import * as reads from '../../../shared/platform/table/reads.ts';
import { askingAgents } from './asking-agents.ts';
import { inWorld } from './in-world.ts';
import { completed } from './world.ts';

const here = inWorld();

const { ask, bringBack, childOf, pair, asking } = askingAgents(here);

describe('an agent that asks another', () => {
  test('an answer that comes between two reads of a deletion of its agent is kept, and is no error of ours', async () => {
    const { place } = here;
    const { other, run, child } = await asking();
    await markAgentDeleting(place.project, other, place.clock);
    place.now += 2 * MINUTE;
    const { queryAll } = reads;
    let isAnswered = false;
    const journalRead = vi.spyOn(reads, 'queryAll').mockImplementation(async function* (query) {
      if (!isAnswered && query.prefix?.startsWith('STP#')) {
        isAnswered = true;
        expect(await bringBack(child, run.task_id)).toBe(true);
      }
      yield* queryAll(query);
    });
    expect(await drainAgent(place.project, other, place.clock)).toBe(true);
    journalRead.mockRestore();
    expect(isAnswered).toBe(true);
    expect((await readJournal(place.project, await place.task(run))).at(-1)).toMatchObject({ content: 'This.' });
  });

  test('an asking agent learns that the other is deregistered just then, and continues', async () => {
    const { place, world } = here;
    const { other, claim, run } = await pair();
    const race = await world.race(
      '#status = :ready',
      () => ask(claim, other),
      () => deregisterAgent(place.project, other, place.clock),
    );
    expect(race.refused).toMatchObject([expect.stringContaining('#status = :ready and #live < #cap')]);
    expect(race.result).toMatchObject({
      status: 'fulfilled',
      value: { refused: expect.stringContaining('no new work') },
    });
    expect([(await place.task(run)).state, await place.lane(other)]).toEqual(['running', [0, 0, 0]]);
  });

  test('an asking agent learns that the other’s queue fills up just then, and continues', async () => {
    const { place, world } = here;
    const { other, claim } = await pair(1, 0);
    const race = await world.race(
      '#live < #cap',
      () => ask(claim, other),
      () => place.queued(other),
    );
    expect(race.result).toMatchObject({
      status: 'fulfilled',
      value: { refused: expect.stringContaining('too much work') },
    });
    expect(await place.lane(other)).toEqual([1, 0, 1]);
  });

  test('an asking agent’s question waits in the other’s queue when its slot is taken just then', async () => {
    const { place, world } = here;
    const { other, claim, run } = await pair();
    const race = await world.race(
      '#running < #slots and #waiting = :none and #status = :ready',
      () => ask(claim, other),
      () => place.queued(other),
    );
    expect(race.result).toMatchObject({ status: 'fulfilled', value: { asked: true } });
    expect((await place.task(run, await childOf(run))).state).toBe('queued');
  });

  test('an asking agent gives its slot to work that comes just then', async () => {
    const { place, world } = here;
    const { agent, other, claim } = await pair();
    const race = await world.race(
      '(#waiting = :none or #running > #slots)',
      () => ask(claim, other),
      () => place.queued(agent),
    );
    expect(race.refused).toMatchObject([expect.stringContaining('#waiting = :none or #running > #slots')]);
    expect(await place.lane(agent)).toEqual([1, 0, 2]);
  });

  test('an asking agent asks no one once its task was taken over', async () => {
    const { place, world } = here;
    const { other, claim, run } = await pair();
    const race = await world.race(
      '#state = :running and #epoch = :epoch',
      () => ask(claim, other),
      async () => {
        place.now += 2 * MINUTE;
        await redriveTask(place.project, { run: run.run_id, id: run.task_id }, place.clock);
      },
    );
    expect(race.result).toEqual({ status: 'fulfilled', value: { asked: false, lost: true } });
    expect(await place.lane(other)).toEqual([0, 0, 0]);
  });

  test('an asking agent asks once when the store’s reply is lost', async () => {
    const { place, world } = here;
    const { other, claim } = await pair();
    expect(await world.loseReply('#state = :running', () => ask(claim, other))).toEqual({ asked: true });
    expect(await place.lane(other)).toEqual([1, 0, 1]);
  });
});

describe('an answer that one agent brings another', () => {
  const completes =
    '#state = :running and #epoch = :epoch and (attribute_not_exists(#questions) or size(#questions) = :none)';
  const parentWaits = '#state = :waiting and #why = :why and #wake = :wake and #child = :child';

  test('an answer between agents is dropped when their run is cancelled just then', async () => {
    const { place, world } = here;
    const { agent, other, run, child } = await asking();
    const race = await world.race(
      parentWaits,
      () => bringBack(child, run.task_id),
      () => cancelRun(place.project, run.run_id, place.clock),
    );
    expect(race.refused).toEqual(expect.arrayContaining([parentWaits, completes]));
    expect(race.result).toEqual({ status: 'fulfilled', value: false });
    expect([await place.lane(agent), await place.lane(other)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test('an answer between agents lets the asking one queue when its slot is taken just then', async () => {
    const { place, world } = here;
    const { agent, run, child } = await asking();
    const race = await world.race(
      '#running < #slots and #waiting = :none',
      () => bringBack(child, run.task_id),
      () => place.queued(agent),
    );
    expect(race.result).toEqual({ status: 'fulfilled', value: true });
    expect(await place.task(run)).toMatchObject({ state: 'queued', step: 3 });
    expect(await readJournal(place.project, await place.task(run))).toMatchObject([
      { kind: 'model' },
      { outcome: 'done', content: 'This.' },
    ]);
  });

  test('an answer between agents stands when it comes just before its agent is drained', async () => {
    const { place, world } = here;
    const { agent, other, run, child } = await asking();
    await markAgentDeleting(place.project, other, place.clock);
    place.now += MINUTE;
    const race = await world.race(
      parentWaits,
      () => drainAgent(place.project, other, place.clock),
      () => bringBack(child, run.task_id),
    );
    expect(race.refused).toEqual(
      expect.arrayContaining([parentWaits, '#state in (:dispatched, :running) and #wake = :wake']),
    );
    expect(race.result).toEqual({ status: 'fulfilled', value: true });
    expect(await readJournal(place.project, await place.task(run))).toMatchObject([
      { kind: 'model' },
      { outcome: 'done' },
    ]);
    expect(await place.lane(agent)).toEqual([1, 0, 1]);
  });

  test('an answer between agents is dropped when its agent was drained just before, and the asking one reads why', async () => {
    const { place, world } = here;
    const { agent, other, run, child } = await asking();
    await markAgentDeleting(place.project, other, place.clock);
    const race = await world.race(
      parentWaits,
      () => bringBack(child, run.task_id),
      () => drainAgent(place.project, other, { now: () => place.now + MINUTE }),
    );
    expect(race.refused).toEqual(expect.arrayContaining([parentWaits, completes]));
    expect(race.result).toEqual({ status: 'fulfilled', value: false });
    expect(await readJournal(place.project, await place.task(run))).toMatchObject([
      { kind: 'model' },
      { outcome: 'error' },
    ]);
    expect([await place.lane(agent), await place.lane(other)]).toEqual([
      [1, 0, 1],
      [0, 0, 0],
    ]);
  });

  test('an answer between agents is delivered once, though a second worker delivers it as well', async () => {
    const { place, world } = here;
    const { run, child } = await asking();
    const race = await world.race(
      parentWaits,
      () => bringBack(child, run.task_id),
      async () => {
        place.now += 2 * MINUTE;
        await redriveTask(place.project, { run: run.run_id, id: child.task.task_id }, place.clock);
        await bringBack(await place.claim(run, child.task.task_id), run.task_id);
      },
    );
    expect(race.refused).toEqual(expect.arrayContaining([parentWaits, completes, 'attribute_not_exists(#pk)']));
    expect(race.result).toEqual({ status: 'fulfilled', value: false });
    expect(await readJournal(place.project, await place.task(run))).toHaveLength(2);
    expect(await finishRun(await place.claim(run), completed, { clock: place.clock })).toBe(true);
  });
});
