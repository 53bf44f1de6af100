import type { World } from '../world/world.ts';

/**
 * An effect that may not be repeated happens once, and once more for each time a person chose to repeat it. The tool's
 * server counts by the idempotency key, which is the task and the step.
 */
export const effectsTwice = (world: World): string[] =>
  [...world.servers.effects]
    .filter(([effect, times]) => times > 1 + (world.repeatsChosen.get(effect.split(' ')[0] ?? '') ?? 0))
    .map(([effect, times]) => `the effect ${effect} happened ${times} times`);
