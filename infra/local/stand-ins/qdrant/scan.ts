import { blockCapacity, strideOf } from './arena.ts';
import type { Collection } from './collection.ts';
import { parseFilter } from './filter.ts';
import { metrics } from './metric.ts';

import { type Ranked, Top } from './top.ts';

export type Nearest = { query: Float32Array; filter: unknown; limit: number; threshold: number | undefined };

/**
 * The exact nearest points: every vector of the partitions in question is compared. The filter is tested only for a
 * vector near enough to be kept, so it costs little where most points pass it.
 */
export function nearest(collection: Collection, { query, filter, limit, threshold }: Nearest): Ranked[] {
  const metric = metrics[collection.config.distance];
  const holds = parseFilter(filter, collection.indexes);
  const padded = new Float32Array(strideOf(query.length));
  padded.set(query);
  const top = new Top(limit, threshold === undefined ? undefined : metric.rankOf(threshold));
  for (const { points, blocks } of collection.partitions(filter)) {
    for (const [number, block] of blocks.entries()) {
      const first = number * blockCapacity;
      const count = Math.min(blockCapacity, points.length - first);
      const ranks = metric.ranks(block, count, padded);
      for (let n = 0; n < count; n++) {
        const rank = ranks[n]!;
        if (!top.wants(rank)) continue;
        const point = points[first + n]!;
        if (!holds || holds(point)) top.offer(point, rank);
      }
    }
  }
  return top.ranked().map(({ point, rank }) => ({ point, rank: metric.score(rank) }));
}
