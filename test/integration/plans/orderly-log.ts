import { expect } from 'vitest';
import type { StoredEvent } from '../../support/events.ts';
import type { GivenTask } from '../../support/plans.ts';

/** How a task ends, and which events tell of its life in their order. */
const LIVES = {
  completed: ['task_started', 'task_completed'],
  failed: ['task_started', 'task_failed'],
  skipped: ['task_skipped'],
} as const;
export type Fate = keyof typeof LIVES;

/**
 * The log of a session with one plan of one round: numbered without a gap, the plan first and the end of its run last, and
 * of every task its life, nothing of it before or after, and not before the end of all it depends on.
 */
export const expectOrderlyLog = (events: StoredEvent[], tasks: GivenTask[], fates: ReadonlyMap<string, Fate>): void => {
  expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, place) => place + 1));
  const types = events.map(({ event_type }) => event_type);
  expect(types.filter((type) => type === 'run_completed')).toHaveLength(1);
  expect(types.at(-1)).toBe('run_completed');
  const lives = new Map<string, { type: string; at: number }[]>(tasks.map(({ id }) => [id, []]));
  for (const [at, { event_type: type, payload }] of events.entries()) {
    if (payload.plan_task !== undefined) lives.get(String(payload.plan_task))?.push({ type, at });
  }
  for (const { id, depends_on = [] } of tasks) {
    const life = lives.get(id) ?? [];
    const told = life.filter(({ type }) => STATES.includes(type)).map(({ type }) => type);
    expect([id, told]).toEqual([id, LIVES[fates.get(id) as Fate]]);
    expect([id, STATES.includes(life[0]?.type ?? ''), STATES.includes(life.at(-1)?.type ?? '')]).toEqual([
      id,
      true,
      true,
    ]);
    const began = life[0]?.at ?? -1;
    expect(types.indexOf('plan_created')).toBeLessThan(began);
    for (const on of depends_on) expect(lives.get(on)?.at(-1)?.at).toBeLessThan(began);
  }
};

const STATES: readonly string[] = ['task_started', 'task_completed', 'task_failed', 'task_skipped', 'task_cancelled'];
