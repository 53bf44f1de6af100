import { getItems, pointerKeys, SCHEMA_VERSION, updateItem } from '../store/index.ts';

/** Counts over all users that no other item holds, spread over so many items: no one of them is written by everybody. */
export const COUNTER_SHARDS = 8;

/** Upper bounds, in milliseconds, of the time from an event's append to its delivery. */
export const DELIVERY_BOUNDS = [10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000] as const;

export type Counter =
  | 'events_sent'
  | 'connections_lost'
  | 'pushes_failed'
  | 'delivery_milliseconds'
  | `delivered_${number}`
  | `cache_${string}`;
export type Counts = Partial<Record<Counter, number>>;

/** The counter of deliveries that took so long; the last has no bound. */
export const deliveryCounter = (milliseconds: number): Counter => {
  const at = DELIVERY_BOUNDS.findIndex((bound) => milliseconds <= bound);
  return `delivered_${at === -1 ? DELIVERY_BOUNDS.length : at}`;
};

/** Adds to one shard. Blind additions: they meet no condition, and no two of them have to follow each other. */
export const addCounts = async (counts: Counts, shard: number): Promise<void> => {
  const names = Object.keys(counts);
  const sums = names.map((name) => `#${name} :${name}`).join(', ');
  await updateItem(pointerKeys.counters(shard), `SET #v = :v ADD ${sums}`, {
    values: { v: SCHEMA_VERSION, ...counts },
  });
};

/** The sums over all shards. */
export const readCounts = async (): Promise<Counts> => {
  const shards = Array.from({ length: COUNTER_SHARDS }, (_, shard) => pointerKeys.counters(shard));
  const sums: Record<string, number> = {};
  for (const { pk: _pk, sk: _sk, v: _v, ...counts } of await getItems(shards)) {
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + Number(count);
  }
  return sums;
};
