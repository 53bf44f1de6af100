import type { Collection } from '../collection.ts';
import { parseFilter } from '../filter.ts';
import { strideOf } from './arena.ts';
import { metrics } from './metric.ts';
import { sketchedQuery } from './sketch.ts';
import { type Ranked, Top } from './top.ts';

export type Nearest = { query: Float32Array; filter: unknown; limit: number; threshold: number | undefined };

/**
 * The exact nearest points: every vector that neither an index of the payloads nor its sketch rules out is compared. The
 * filter is tested only for a vector near enough to be kept, so it costs little where most points pass it.
 */
export function nearest(collection: Collection, { query, filter, limit, threshold }: Nearest): Ranked[] {
  const metric = metrics[collection.config.distance];
  const holds = parseFilter(filter, collection.indexes);
  const padded = new Float32Array(strideOf(query.length));
  padded.set(query);
  const sketched = metric.isProduct ? sketchedQuery(query, query.length) : undefined;
  const top = new Top(limit, threshold === undefined ? undefined : metric.rankOf(threshold));
  for (const { partition, slots } of collection.places(filter)) {
    for (const whole of partition.selections(slots)) {
      const sketch = sketched && partition.sketch(whole.offset);
      const selection = sketch ? { ...whole, runs: sketch.near(whole, sketched, (rank) => top.wants(rank)) } : whole;
      const ranks = metric.ranks(selection, padded);
      let done = 0;
      for (const { first, count } of selection.runs) {
        for (let n = first; n < first + count; n++) {
          const rank = ranks[done++]!;
          if (!top.wants(rank)) continue;
          const point = partition.points[selection.offset + n]!;
          if (!holds || holds(point)) top.offer(point, rank);
        }
      }
    }
  }
  return top.ranked().map(({ point, rank }) => ({ point, rank: metric.score(rank) }));
}
