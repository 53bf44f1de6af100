import type { CacheScope } from '../store/index.ts';
import type { Entry } from './entry.ts';

/** Where a value lies in every level but memory: `name` is the SHA-256 of the caller's key. */
export type Place = { scope: CacheScope; name: string };

/**
 * A level that containers share: the table, Valkey, objects. It keeps entries and knows nothing of versions: whoever reads
 * one compares the versions it remembers with those in the table, so a level that comes back with old entries harms nobody.
 *
 * It throws when it does not work; the breaker in front of it decides what then. `test/contract/cache-level.ts` is what
 * every level must do.
 */
export type Level = {
  readonly name: 'warmed' | 'table' | 'valkey' | 'objects';
  /** An entry whose `text` has more bytes than this is not offered to the level. */
  readonly max_bytes: number;
  /** `undefined` for what is not there or cannot be read any more. What has passed `ends_at_ms` it may still give. */
  get(place: Place): Promise<Entry | undefined>;
  /** Of many places, in their order, where that takes fewer calls. */
  getMany?(places: readonly Place[]): Promise<(Entry | undefined)[]>;
  /** Replaces what is there. The level removes it some time after `ends_at_ms` by itself. */
  put(place: Place, entry: Entry): Promise<void>;
  delete(place: Place): Promise<void>;
};
