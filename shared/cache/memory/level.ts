import type { Clock } from '../../core/clock.ts';
import { type EvictionPolicy, evictionPolicy, hashOf, type Strategy } from '../eviction/index.ts';
import type { EntryOptions } from './entry-options.ts';
import { type Counts, type MemoryFigures, noCounts } from './figures.ts';
import { SizeForecast } from './forecast.ts';
import { checkedLimits, DEFAULT_TTL_MS, type Limits } from './limits.ts';
import { entryBytes } from './sizes.ts';
import { Slots } from './slots.ts';
import type { Watcher } from './watcher.ts';

/** Slots that each `set` looks at for what has expired or is not wanted any more, so that nothing lies there for ever. */
const SLOTS_SWEPT = 2;

export type LevelParts = { strategy: Strategy; limits: Limits; clock: Clock; watcher?: Watcher };

/** A cache in the memory of this process, bounded in entries and in bytes. Everything is synchronous. */
export class Level<V> {
  readonly #slotOf = new Map<string, number>();
  readonly #slots = new Slots<V>();
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #watcher: Watcher | undefined;
  readonly #strategy: Strategy;
  #policy: EvictionPolicy;
  #bytes = 0;
  #counts: Counts = noCounts();
  readonly #forecast = new SizeForecast();
  /** The slot that is looked at next. */
  #hand = 0;

  constructor({ strategy, limits, clock, watcher }: LevelParts) {
    this.#limits = checkedLimits(limits);
    this.#strategy = strategy;
    this.#policy = evictionPolicy(strategy, this.#slots, this.#limits);
    this.#clock = clock;
    this.#watcher = watcher;
  }

  get(key: string): V | undefined {
    const slot = this.#slotOf.get(key);
    if (slot === undefined) return this.#miss(key);
    if (this.#slots.expires_at_ms[slot]! <= this.#clock.now()) return this.#missExpired(key, slot);
    this.#counts.hits += 1;
    this.#policy.hit(slot);
    return this.#slots.values[slot];
  }

  /** What a level does not take (too large for it, no size) it does not keep an older value of either. */
  set(key: string, value: V, options: EntryOptions = {}): void {
    const bytes = Math.ceil(options.bytes ?? entryBytes(key, value));
    const expires = options.expires_at_ms ?? this.#clock.now() + DEFAULT_TTL_MS;
    const isTaken = bytes >= 0 && bytes <= this.#limits.max_bytes && !Number.isNaN(expires);
    if (!isTaken) {
      this.#counts.refusals += 1;
      this.delete(key);
      return;
    }
    const slot = this.#slotOf.get(key);
    if (slot === undefined) this.#add(key, value, { bytes, expires });
    else this.#replace(slot, value, { bytes, expires });
    this.#sweep();
    this.#evictDownTo();
  }

  delete(key: string): boolean {
    const slot = this.#slotOf.get(key);
    if (slot === undefined) return false;
    this.#leave(slot, 'deletions');
    return true;
  }

  /** What was learnt about keys goes too. */
  clear(): void {
    for (const slot of this.#slotOf.values()) this.#slots.release(slot);
    this.#counts.deletions += this.#slotOf.size;
    this.#slotOf.clear();
    this.#bytes = 0;
    this.#policy = evictionPolicy(this.#strategy, this.#slots, this.#limits);
  }

  /** A smaller level gives up at once what is too much. */
  resize(limits: Partial<Limits>): void {
    Object.assign(this.#limits, checkedLimits({ ...this.#limits, ...limits }));
    this.#evictDownTo();
  }

  /** The forecast is learnt from one call of this to the next. */
  figures(): MemoryFigures {
    this.#forecast.observe(this.#clock.now(), this.#bytes);
    return {
      ...this.#counts,
      ...this.#limits,
      entries: this.#slotOf.size,
      bytes: this.#bytes,
      forecast: this.#forecast.within(this.#limits.max_bytes),
    };
  }

  #miss(key: string): undefined {
    this.#counts.misses += 1;
    this.#watcher?.missed(hashOf(key));
  }

  #missExpired(key: string, slot: number): undefined {
    this.#leave(slot, 'expirations');
    this.#miss(key);
  }

  #add(key: string, value: V, { bytes, expires }: { bytes: number; expires: number }): void {
    const slot = this.#slots.take(key, hashOf(key));
    this.#slots.values[slot] = value;
    this.#slots.bytes[slot] = bytes;
    this.#slots.expires_at_ms[slot] = expires;
    this.#slotOf.set(key, slot);
    this.#bytes += bytes;
    this.#counts.stored += 1;
    this.#policy.added(slot);
  }

  #replace(slot: number, value: V, { bytes, expires }: { bytes: number; expires: number }): void {
    const before = this.#slots.bytes[slot]!;
    this.#slots.values[slot] = value;
    this.#slots.bytes[slot] = bytes;
    this.#slots.expires_at_ms[slot] = expires;
    this.#bytes += bytes - before;
    this.#counts.replaced += 1;
    this.#policy.updated(slot, before);
  }

  #sweep(): void {
    const now = this.#clock.now();
    for (let looked = 0; looked < SLOTS_SWEPT; looked += 1) {
      if (this.#hand >= this.#slots.end) this.#hand = 0;
      const slot = this.#hand;
      this.#hand += 1;
      if (this.#slots.keys[slot] === undefined) continue;
      if (this.#slots.expires_at_ms[slot]! <= now) this.#leave(slot, 'expirations');
      else if (this.#policy.isSpent?.(slot)) this.#leave(slot, 'spent');
    }
  }

  #leave(slot: number, why: 'expirations' | 'spent' | 'deletions'): void {
    this.#counts[why] += 1;
    this.#policy.removed(slot);
    this.#release(slot);
  }

  #evictDownTo(): void {
    while (this.#slotOf.size > this.#limits.max_entries || this.#bytes > this.#limits.max_bytes) {
      const slot = this.#policy.evict();
      this.#counts.evictions += 1;
      this.#watcher?.evicted(this.#slots.hashes[slot]!, this.#slots.bytes[slot]!);
      this.#release(slot);
    }
  }

  #release(slot: number): void {
    this.#slotOf.delete(this.#slots.keys[slot] as string);
    this.#bytes -= this.#slots.bytes[slot]!;
    this.#slots.release(slot);
  }
}
