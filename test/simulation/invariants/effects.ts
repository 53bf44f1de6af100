import type { World } from '../world/world.ts';

/**
 * An effect that may not be repeated happens once, and once more for each time a person chose to repeat it. The tool's
 * server counts by the idempotency key, which is the task and the step.
 */
export const effectsTwice = (world: World): string[] => {
  const repeats = new Map<string, number>();
  for (const { about, status, task_id, step } of world.table.items()) {
    if (about !== 'unknown_outcome' || status !== 'approved') continue;
    const key = `${String(task_id)}-${String(step)}`;
    repeats.set(key, (repeats.get(key) ?? 0) + 1);
  }
  return [...world.servers.effects]
    .filter(([effect, times]) => times > 1 + (repeats.get(effect.split(' ')[0] ?? '') ?? 0))
    .map(([effect, times]) => `the effect ${effect} happened ${times} times`);
};
