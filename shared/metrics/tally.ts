import type { Random } from '../core/jitter.ts';
import { log } from '../observability/log.ts';
import { addCounts, COUNTER_SHARDS, type Counter, type Counts, deliveryCounter } from './counters.ts';

/** Deliveries of events that are written together: a write costs, so there is at most one for so many. */
const WRITTEN_TOGETHER = 10;

/** What became of one push. `latencies`: of each event sent to each connection, in milliseconds. */
export type Pushed = { latencies: readonly number[]; lost: number; failed: number };

/**
 * Counts pushes in the memory of a container, and adds them to the table ten at a time; a lost connection, which is rare, at
 * once. So a container that is reaped takes at most nine deliveries with it.
 */
export class Tally {
  readonly #shard: number;
  readonly #add: typeof addCounts;
  #counts: Counts = {};

  constructor({ random = Math.random, add = addCounts }: { random?: Random; add?: typeof addCounts } = {}) {
    this.#shard = Math.floor(random() * COUNTER_SHARDS);
    this.#add = add;
  }

  /** Never fails: figures must not cost anybody an event. What could not be written is written with the next. */
  async record({ latencies, lost, failed }: Pushed): Promise<void> {
    this.#count('events_sent', latencies.length);
    this.#count('connections_lost', lost);
    this.#count('pushes_failed', failed);
    for (const milliseconds of latencies) {
      this.#count(deliveryCounter(milliseconds), 1);
      this.#count('delivery_milliseconds', milliseconds);
    }
    const { events_sent = 0, connections_lost = 0 } = this.#counts;
    if (events_sent < WRITTEN_TOGETHER && connections_lost === 0) return;
    const counts = this.#counts;
    this.#counts = {};
    try {
      await this.#add(counts, this.#shard);
    } catch (error) {
      for (const name of Object.keys(counts) as Counter[]) this.#count(name, counts[name]);
      log.warn('counts not written', { error: error as Error });
    }
  }

  #count(name: Counter, count = 0): void {
    if (count > 0) this.#counts[name] = (this.#counts[name] ?? 0) + count;
  }
}

const tally = new Tally();

export const recordPush = (pushed: Pushed): Promise<void> => tally.record(pushed);
