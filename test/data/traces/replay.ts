import { type Bounds, type EvictionPolicy, hashOf, type Strategy } from '../../../shared/cache/eviction/index.ts';
import { memoryLevel } from '../../../shared/cache/memory/index.ts';
import { Slots } from '../../../shared/cache/memory/slots.ts';

/** The hits of a level on a trace, each key taken in when it is missed. One expires after the other, as they came. */
export const hitsOf = (strategy: Strategy, keys: readonly number[], max_entries: number): number => {
  const level = memoryLevel<true>({ strategy, max_entries, clock: { now: () => 0 } });
  for (const [at, key] of keys.entries()) {
    const name = String(key);
    if (level.get(name) === undefined) level.set(name, true, { bytes: 1, expires_at_ms: at + 1 });
  }
  return level.figures().hits;
};

type MakePolicy = (entries: Slots<never>, bounds: Bounds) => EvictionPolicy;

/** The same of a policy that is no strategy of the product. */
export const hitsOfPolicy = (makePolicy: MakePolicy, keys: readonly number[], max_entries: number): number => {
  const entries = new Slots<never>();
  const policy = makePolicy(entries, { max_entries, max_bytes: Number.POSITIVE_INFINITY });
  const slots = new Map<string, number>();
  let hits = 0;
  for (const name of keys.map(String)) {
    const held = slots.get(name);
    if (held !== undefined) {
      hits += 1;
      policy.hit(held);
      continue;
    }
    const slot = entries.take(name, hashOf(name));
    slots.set(name, slot);
    policy.added(slot);
    if (slots.size <= max_entries) continue;
    const victim = policy.evict();
    slots.delete(entries.keys[victim] as string);
    entries.release(victim);
  }
  return hits;
};
