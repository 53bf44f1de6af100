/** What a policy may know of an entry, by the slot it lies in. The arrays are replaced when the cache grows: keep none of them. */
export type Entries = {
  /** Of the key, 32 bits well mixed. */
  readonly hashes: Uint32Array;
  readonly bytes: Uint32Array;
  readonly expires_at_ms: Float64Array;
};

/** What the cache may hold. Both may change at any time: read them when they are needed. */
export type Bounds = { readonly max_entries: number; readonly max_bytes: number };

/** Decides which entry leaves when the cache is full. It knows the entries by their slots and holds no keys and no values. */
export type EvictionPolicy = {
  /** An entry is new. It may be chosen by the very next `evict`: that is how a policy refuses it. */
  added(slot: number): void;
  /** An entry was read. */
  hit(slot: number): void;
  /** An entry has another value, with other bytes and another expiry. This counts as a use. */
  updated(slot: number, bytesBefore: number): void;
  /** An entry was deleted or has expired. */
  removed(slot: number): void;
  /** Whether an entry may leave though there is room, as nobody is expected to ask for it. It is then `removed`. */
  isSpent?(slot: number): boolean;
  /** Chooses the entry to give up and forgets it. There is at least one. */
  evict(): number;
};

/** The part of the cache that something of these entries and bytes takes, by whichever bound is nearer. */
export const shareOf = ({ max_entries, max_bytes }: Bounds, held: { entries: number; bytes: number }): number =>
  Math.max(held.entries / max_entries, held.bytes / max_bytes);
