import type { Item } from '../../../infra/local/services/dynamodb/values/types.ts';
import { TABLE_SCHEMA } from '../../../shared/core/table-schema.ts';
import { type PlainItem, shownItem } from './values.ts';

const { timeToLive, dueIndex } = TABLE_SCHEMA;

type Partition = { sorted: string[]; items: Map<string, Item> };
type Former = { pk: string; sk: string; item: Item | undefined; at: number };

/** How far the index may lag behind the table. AWS promises nothing; a second is already rare. */
const INDEX_LAG = 1_000;

/** The one table, in memory. Everything is synchronous: what is read or written at once is one instant. */
export class Table {
  readonly #partitions = new Map<string, Partition>();
  readonly #due = new Map<string, Map<string, Item>>();
  /** What stood there before recent writes: a lagging index still shows it. */
  #former: Former[] = [];
  readonly #now: () => number;
  readonly #onChange: (before: Item | undefined, after: Item | undefined) => void;

  constructor(
    now: () => number,
    onChange: (before: Item | undefined, after: Item | undefined) => void = () => undefined,
  ) {
    this.#now = now;
    this.#onChange = onChange;
  }

  get(pk: string, sk: string): Item | undefined {
    return this.#partitions.get(pk)?.items.get(sk);
  }

  /** Puts an item in place of whatever stands there; `undefined` removes it. */
  set(pk: string, sk: string, item: Item | undefined): void {
    const before = this.get(pk, sk);
    this.#onChange(before, item);
    if (before?.due_shard || item?.due_shard) this.#index({ pk, sk, before, item });
    if (item === undefined) this.#remove(pk, sk);
    else this.#place(pk, sk, item);
  }

  range(pk: string, { from, to }: { from: string; to: string }): Item[] {
    const partition = this.#partitions.get(pk);
    if (!partition) return [];
    const found: Item[] = [];
    for (let at = placeOf(partition.sorted, from); at < partition.sorted.length; at += 1) {
      const sk = partition.sorted[at] as string;
      if (sk > to) break;
      found.push(partition.items.get(sk) as Item);
    }
    return found;
  }

  /** A shard of the index, by time; `stale` as it was a moment ago. */
  due(shard: string, before: number, { limit, stale }: { limit: number; stale: boolean }): Item[] {
    const entries = new Map(this.#due.get(shard));
    if (stale) this.#recall(shard, entries);
    return [...entries.values()]
      .filter((item) => Number(item[dueIndex.sortKey]?.N) <= before)
      .sort((a, b) => Number(a[dueIndex.sortKey]?.N) - Number(b[dueIndex.sortKey]?.N))
      .slice(0, limit);
  }

  /** Removes what has expired; DynamoDB does so some time later. */
  expire(): number {
    const now = this.#now() / 1_000;
    const over = [...this.#all()].filter(
      (item) => item[timeToLive]?.N !== undefined && Number(item[timeToLive].N) <= now,
    );
    for (const { pk, sk } of over) this.set(String(pk?.S), String(sk?.S), undefined);
    return over.length;
  }

  /** Every item, as a reader sees it. */
  items(): PlainItem[] {
    return [...this.#all()].map(shownItem);
  }

  /** The items of a partition, and of those below it. */
  itemsBelow(pk: string): PlainItem[] {
    const found: PlainItem[] = [];
    for (const [name, { sorted, items }] of this.#partitions) {
      if (name !== pk && !name.startsWith(`${pk}#`)) continue;
      for (const sk of sorted) found.push(shownItem(items.get(sk) as Item));
    }
    return found;
  }

  *#all(): Generator<Item> {
    for (const { sorted, items } of this.#partitions.values()) for (const sk of sorted) yield items.get(sk) as Item;
  }

  #place(pk: string, sk: string, item: Item): void {
    let partition = this.#partitions.get(pk);
    if (!partition) {
      partition = { sorted: [], items: new Map() };
      this.#partitions.set(pk, partition);
    }
    if (!partition.items.has(sk)) partition.sorted.splice(placeOf(partition.sorted, sk), 0, sk);
    partition.items.set(sk, item);
  }

  #remove(pk: string, sk: string): void {
    const partition = this.#partitions.get(pk);
    if (!partition?.items.delete(sk)) return;
    partition.sorted.splice(placeOf(partition.sorted, sk), 1);
    if (partition.sorted.length === 0) this.#partitions.delete(pk);
  }

  #index({ pk, sk, before, item }: { pk: string; sk: string; before: Item | undefined; item: Item | undefined }): void {
    const name = `${pk}|${sk}`;
    const now = this.#now();
    this.#former = this.#former.filter(({ at }) => at > now - INDEX_LAG);
    this.#former.push({ pk, sk, item: before, at: now });
    const shard = before?.[dueIndex.partitionKey]?.S;
    if (shard !== undefined) this.#due.get(shard)?.delete(name);
    const next = item?.[dueIndex.partitionKey]?.S;
    if (!item || next === undefined || item[dueIndex.sortKey]?.N === undefined) return;
    const entries = this.#due.get(next) ?? new Map<string, Item>();
    entries.set(name, item);
    this.#due.set(next, entries);
  }

  /** The oldest state within the lag, for each item that changed in it. */
  #recall(shard: string, entries: Map<string, Item>): void {
    for (const { pk, sk, item } of this.#former.toReversed()) {
      const name = `${pk}|${sk}`;
      if (item?.[dueIndex.partitionKey]?.S === shard) entries.set(name, item);
      else entries.delete(name);
    }
  }
}

/** Where a key stands, or would. Keys are ASCII, so their characters compare as DynamoDB's bytes do. */
const placeOf = (sorted: string[], key: string): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
};
