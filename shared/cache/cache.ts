import type { CacheScope } from '../store/index.ts';
import { type Expired, expire } from './changing/expire.ts';
import { invalidate, invalidateTag } from './changing/invalidate.ts';
import { writeLater } from './changing/later.ts';
import { type Written, writeThrough, writeValue } from './changing/write.ts';
import type { Held } from './entry.ts';
import { type CacheFigures, figuresOf } from './figures.ts';
import type { Asked } from './loading/asked.ts';
import { Flights } from './loading/flights.ts';
import { lead } from './loading/lead.ts';
import type { Pieces } from './objects/index.ts';
import { type Keep, termsOf } from './options.ts';
import { type CacheOptions, type Parts, partsOf } from './parts.ts';
import { type Kept, type KeptInPieces, openPieces, writePieces } from './pieces.ts';
import { memoryKey, placeOfKey } from './place.ts';
import { getMany } from './reading/get-many.ts';
import { checkedHeld, isServedAtOnce, isTimely, standingOf } from './reading/held.ts';
import type { Looked } from './reading/look.ts';
import { WriteBehind } from './write-behind.ts';

/** Values that are dear to get, kept in memory, in a level that containers share, and in one that lasts. See README.md. */
export class Cache {
  readonly #parts: Parts;
  readonly #behind: WriteBehind;
  readonly #flights = new Flights();

  constructor(options: CacheOptions = {}) {
    this.#parts = partsOf(options);
    this.#behind = new WriteBehind(this.#parts);
  }

  /**
   * A kept value, or what `load` gives, which is then kept. There is one load at a time in all containers; whoever asks
   * meanwhile waits for it. Fails as `load` does, unless there is a value within its grace. The value cannot be changed.
   */
  getOrLoad<V>(scope: CacheScope, key: string, keep: Keep<V>, load: () => Promise<V>): Promise<V> {
    const id = memoryKey(scope, key);
    const held = this.#parts.memory.get(id);
    if (held && isServedAtOnce(this.#parts, held, keep.early_refresh ?? 1)) return Promise.resolve(held.value as V);
    return this.#missed({ id, place: placeOfKey(scope, key), keep, terms: termsOf(keep), load }, held);
  }

  async #missed<V>(asked: Asked<V>, held: Held | undefined): Promise<V> {
    const { id, keep } = asked;
    const checked = held && (await checkedHeld(this.#parts, id, held));
    if (checked && isTimely(this.#parts, checked, keep.early_refresh ?? 1)) return checked.value as V;
    const standing = checked && standingOf<V>(checked);
    // Somebody is loading it already.
    if (standing && this.#flights.has(id)) return standing.value;
    this.#parts.figures.levels.memory.misses += 1;
    if (keep.level !== 'memory') void this.#parts.warming?.meet(asked.place.scope);
    const onJoined = () => this.#parts.figures.count('loads_saved');
    return this.#flights.join(id, () => lead(this.#parts, asked, standing), onJoined);
  }

  /** A value, if a level has one that is fresh. */
  async get<V>(scope: CacheScope, key: string, keep: Looked<V>): Promise<V | undefined> {
    return (await getMany(this.#parts, { scope, keys: [key], keep }))[0];
  }

  /** The values that levels have and that are fresh, in the order of their keys: a read for each hundred. */
  getMany<V>(scope: CacheScope, keys: readonly string[], keep: Looked<V>): Promise<(V | undefined)[]> {
    return getMany(this.#parts, { scope, keys, keep });
  }

  /**
   * Keeps a value whose truth has changed already, where nothing else changes it at the same time but other calls of `set`
   * whose values have a `revision`. In all other cases a call that comes late would keep an old value: use `writeThrough`.
   */
  set<V>(scope: CacheScope, key: string, keep: Keep<V>, value: V): Promise<void> {
    return writeValue(this.#parts, written(scope, key, keep), value);
  }

  /**
   * Changes the truth by `write` and keeps what it gives. Fails, with the truth unchanged, when others cannot be told that
   * their copies are wrong. `lease_s`: how long `write` may take.
   */
  writeThrough<V>(scope: CacheScope, key: string, keep: Keep<V>, write: () => Promise<V>): Promise<V> {
    return writeThrough(this.#parts, written(scope, key, keep), write);
  }

  /**
   * Keeps bytes of any size in objects alone, piece by piece. `false`: not kept, since somebody was changing it.
   * @throws TooLarge above a gigabyte
   */
  writePieces(scope: CacheScope, key: string, keep: KeptInPieces, pieces: Pieces): Promise<boolean> {
    return writePieces(this.#parts, placeOfKey(scope, key), keep, pieces);
  }

  /** What `writePieces` kept; any range of it can be read without the rest. */
  openPieces(scope: CacheScope, key: string, keep: Omit<KeptInPieces, 'ttl_s'>): Promise<Kept | undefined> {
    return openPieces(this.#parts, placeOfKey(scope, key), keep);
  }

  /**
   * Keeps a value here at once, and in the shared levels when `flush` is called. Only for what may be lost, and is no newer
   * truth than others have: nothing is invalidated by it.
   */
  setLater<V>(scope: CacheScope, key: string, keep: Keep<V>, value: V): Promise<void> {
    return writeLater(this.#parts, this.#behind, { written: written(scope, key, keep), value });
  }

  /** Writes what waits: to be called before an invocation ends, since nothing runs in a container after it. Never fails. */
  flush(): Promise<void> {
    return this.#behind.flush();
  }

  /** Fails when the table does not work: then the value may be served on. */
  delete(scope: CacheScope, key: string): Promise<void> {
    return invalidate(this.#parts, { id: memoryKey(scope, key), place: placeOfKey(scope, key) });
  }

  /** All values of the scope that were kept with this tag, in one write. Fails like `delete`. */
  deleteByTag(scope: CacheScope, tag: string): Promise<void> {
    return invalidateTag(this.#parts, scope, tag);
  }

  /** Makes a value stale: it is loaded anew for the next who asks, and served within its grace if that fails. */
  expire<V>(scope: CacheScope, key: string, keep: Looked<V>): Promise<void> {
    const expired: Expired<V> = { id: memoryKey(scope, key), place: placeOfKey(scope, key), keep };
    return expire(this.#parts, expired);
  }

  /**
   * Fetches what was asked for in the scope before, within the budget. It happens by itself when a container first misses
   * something of a scope; at a cold start it can be begun for what everybody will need.
   */
  async warm(scope: CacheScope): Promise<void> {
    await this.#parts.warming?.meet(scope);
  }

  /** Writes down what was asked for, for containers to come. At the end of an invocation; most times there is nothing to do. */
  async recordAccess(): Promise<void> {
    await this.#parts.warming?.write();
  }

  /** What was counted in this container, and what memory holds. */
  figures(): CacheFigures {
    return figuresOf(this.#parts.figures, this.#parts);
  }
}

const written = <V>(scope: CacheScope, key: string, keep: Keep<V>): Written<V> => ({
  id: memoryKey(scope, key),
  place: placeOfKey(scope, key),
  keep,
  terms: termsOf(keep),
});
