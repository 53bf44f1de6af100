import { crc32 } from 'node:zlib';
import type { Database } from '../storage/database.ts';
import type { VectorIndex } from '../table.ts';
import { attributeOf } from '../values/attribute-value.ts';
import { NO_RANGE, partitionBytes } from '../values/key-bytes.ts';
import type { AttributeValue, Item } from '../values/types.ts';

/**
 * DynamoDB brings writes to a vector index later, and says no bound. Here a partition may be searched as it was this long
 * ago: long enough that what relies on more is noticed, short enough that a person waits for nothing.
 */
export const VISIBILITY_LAG_MS = 100;
/** Partitions kept in memory, each with its vectors as 4 bytes a number. */
const MAX_PARTITIONS = 100;

export type Indexed = { item: Item; vector: Float32Array; norm: number };
type Known = { checksum: number; indexed: Indexed | undefined };
type Snapshot = { at: number; known: Map<number, Known> };
type Row = { id: number; item: string };

/** The partitions of vector indexes, as a search sees them: what was in them when the partition was last looked at. */
export class VectorSnapshots {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #snapshots = new Map<string, Snapshot>();

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  in(index: VectorIndex, partition: AttributeValue): Indexed[] {
    const hash = partitionBytes(partition);
    const name = `${index.id}:${Buffer.from(hash).toString('base64')}`;
    const former = this.#snapshots.get(name);
    const isFresh = former && Math.abs(this.#now() - former.at) < VISIBILITY_LAG_MS;
    const snapshot = isFresh ? former : this.#read(index, hash, former);
    this.#snapshots.delete(name);
    this.#snapshots.set(name, snapshot);
    const [oldest] = this.#snapshots.keys();
    if (this.#snapshots.size > MAX_PARTITIONS) this.#snapshots.delete(oldest!);
    return [...snapshot.known.values()].flatMap(({ indexed }) => indexed ?? []);
  }

  clear(): void {
    this.#snapshots.clear();
  }

  /** Items that are as they were are not parsed again. */
  #read(index: VectorIndex, hash: Uint8Array, former: Snapshot | undefined): Snapshot {
    const sql =
      'SELECT i.id, i.item FROM entries e CROSS JOIN items i ON i.id = e.item_id WHERE e.index_id = ? AND e.hash = ? AND e.range = ?';
    const known = new Map<number, Known>();
    for (const { id, item } of this.#database.each<Row>(sql, index.id, hash, NO_RANGE)) {
      const checksum = crc32(item);
      const before = former?.known.get(id);
      known.set(id, before?.checksum === checksum ? before : { checksum, indexed: indexedIn(item, index) });
    }
    return { at: this.#now(), known };
  }
}

/** As the index keeps it: the vector in single precision, and what is projected. */
function indexedIn(text: string, { vector: name, projected }: VectorIndex): Indexed | undefined {
  const item = JSON.parse(text) as Item;
  const numbers = attributeOf(item, name)?.L;
  if (!numbers) return undefined;
  const vector = Float32Array.from(numbers, ({ N }) => Number(N));
  const carried = Object.entries(item).filter(([attribute]) => projected === 'all' || projected.has(attribute));
  return { item: Object.fromEntries(carried), vector, norm: Math.sqrt(dot(vector, vector)) };
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
