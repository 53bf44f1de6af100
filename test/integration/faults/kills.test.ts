import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import type { CallFault } from '../../support/fault-proxy.ts';
import { ALL, chosen, isDecisive, type Point, pointsOf, strike, tell } from './points.ts';
import { type OnDoubt, settle } from './settling.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let points: Point[];

beforeAll(async () => {
  world = await startWorld();
  await settle(world, await world.newSession(), () => undefined);
  await world.killWorker();
  const { calls, state } = await settle(world, await world.newSession(), () => undefined);
  expect(state).toBe('completed');
  points = pointsOf(calls);
  expect(points.length).toBeGreaterThan(60);
});
afterAll(() => world.stop());

/** Messages one after the other in one session, so that each shows that the session goes on after the one before. */
const RUNS_A_SESSION = 6;

const series = async (name: string, which: Point[], fault: CallFault, onDoubt: OnDoubt): Promise<void> => {
  let hits = 0;
  let repeats = 0;
  let session = '';
  const failures: string[] = [];
  for (const [place, point] of which.entries()) {
    if (place % RUNS_A_SESSION === 0) session = await world.newSession();
    await world.killWorker();
    const { plan, ...struck } = strikeAt(point, fault);
    const end = await settle(world, session, plan, { onDoubt }).catch((cause: unknown) => {
      throw new Error(`The worker was killed: ${fault}, ${point.kind} #${point.nth}.`, { cause });
    });
    if (struck.hit()) hits += 1;
    repeats += end.repeats;
    if (end.state !== 'completed') failures.push(`${point.kind} #${point.nth}`);
  }
  tell(`${name}: ${hits} of ${points.length} points, ${repeats} times a person chose to repeat`);
  expect(hits).toBeGreaterThanOrEqual(which.length * 0.9);
  expect(failures).toEqual([]);
};

const strikeAt = (point: Point, fault: CallFault) => {
  const struck = strike(point, fault);
  return { plan: struck.plan, hit: () => struck.hit };
};

describe(`a worker that is killed at one call of a run with three tools${ALL ? '' : ' (a choice of them)'}`, () => {
  test(
    'before the call: the run still ends once and right, and nothing happens twice',
    () => series('Killed before', ALL ? points : chosen(points, false).filter((one) => !isDecisive(one)), 'kill before', 'approve'),
    30 * MINUTE,
  );

  test(
    'after the call and before its answer: the run still ends once, and what nobody knows is asked',
    () => series('Killed after', ALL ? points : points.filter(isDecisive), 'kill after', 'reject'),
    30 * MINUTE,
  );

  test(
    'after a tool did its work: it works again only if the person says so',
    () => series('Killed after a tool', points.filter(({ kind }) => kind.startsWith('tools ')), 'kill after', 'approve'),
    30 * MINUTE,
  );
});
