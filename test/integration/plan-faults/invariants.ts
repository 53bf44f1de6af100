import { expect } from 'vitest';
import { type StoredEvent, storedEvents } from '../../support/events.ts';
import { historyOf } from '../../support/gates.ts';
import { planOf } from '../../support/plans.ts';
import { type Ids, itemsOf } from './converge.ts';
import type { World } from './world.ts';

const ENDS: Record<string, string> = {
  task_completed: 'completed',
  task_failed: 'failed',
  task_skipped: 'skipped',
  task_cancelled: 'cancelled',
};

export type Expected = {
  state: string;
  /** Word for word, or whether there is one. */
  answer: string | boolean;
  /** Of every task by its name in the plan. */
  fates: Record<string, string>;
};

/** Whatever happened on the way: one end and the right one, everything told once and in order, nothing left behind. */
export const expectConverged = async (world: World, ids: Ids, expected: Expected): Promise<StoredEvent[]> => {
  const { alice } = world;
  const plan = await planOf(alice, ids.run);
  const fates = Object.fromEntries(plan.tasks.map(({ id, state }) => [id, state]));
  expect({ state: plan.state, fates }).toEqual({ state: expected.state, fates: expected.fates });
  const answers = (await historyOf(alice, ids.session)).filter(([role]) => role === 'assistant');
  if (typeof expected.answer === 'string') expect(answers).toEqual([['assistant', expected.answer]]);
  else expect(answers).toHaveLength(expected.answer ? 1 : 0);
  const events = await storedEvents(alice, ids.session);
  expectOrderly(events, ids, expected);
  await expectNothingLeft(world, ids);
  return events;
};

/** No number is missing, every task's end is told once, and after the run's nothing is. */
export const expectOrderly = (
  events: StoredEvent[],
  { run }: Ids,
  { state, fates }: Pick<Expected, 'state' | 'fates'>,
): void => {
  expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, place) => place + 1));
  const own = events.filter(({ payload }) => payload.run_id === run);
  const ends = own.filter(({ event_type }) => event_type === 'run_completed');
  expect(ends.map(({ payload }) => payload.state)).toEqual([state]);
  expect(own.at(-1)).toBe(ends[0]);
  const told = own.filter(({ event_type, payload }) => event_type in ENDS && payload.plan_task !== undefined);
  const heard = told.map(({ event_type, payload }) => [String(payload.plan_task), ENDS[event_type]]);
  expect(heard.toSorted()).toEqual(Object.entries(fates).toSorted());
};

/** Lanes are empty, no place is taken, nothing waits for one, and every session is free. */
export const expectNothingLeft = async (world: World, ids: Ids): Promise<void> => {
  const items = await itemsOf(world, ids);
  const lanes = items
    .filter(({ sk }) => sk === 'LANE')
    .map(({ running, waiting, live }) => ({ running, waiting, live }));
  expect(lanes.length).toBeGreaterThan(0);
  expect(lanes).toEqual(lanes.map(() => ({ running: 0, waiting: 0, live: 0 })));
  const places = items.find(({ sk }) => sk === 'PLAN_LANE')?.places;
  expect([...((places as Set<string> | undefined) ?? [])]).toEqual([]);
  expect(items.filter(({ sk }) => sk.startsWith('READY#') || sk.startsWith('Q#'))).toEqual([]);
  const busy = items.filter(({ sk, active, queued }) => sk === 'STATE' && (active !== undefined || queued !== 0));
  expect(busy).toEqual([]);
};
