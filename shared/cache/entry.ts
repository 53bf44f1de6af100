import * as z from 'zod';
import type { Key } from '../store/index.ts';
import type { Use } from './warming/use.ts';

/** The versions that were current before the value was loaded, by the name of the tag. */
export type Versions = Readonly<Record<string, string>>;

/** A cached value as the shared levels keep it. It is right as long as all versions it remembers are current. */
export const entrySchema = z
  .object({
    /** The value as JSON. */
    text: z.string(),
    versions: z.record(z.string(), z.string()),
    stored_at_ms: z.number(),
    /** Until then it is served without asking anybody … */
    fresh_until_ms: z.number(),
    /** … and until then, its grace, while somebody loads it anew or when loading fails. */
    ends_at_ms: z.number(),
    /** How long loading took: what an early refresh goes by. */
    load_ms: z.number(),
    /** Of what was written through: which of two writes is the newer one. */
    revision: z.number().optional(),
  })
  .meta({ id: 'CacheEntry' });

export type Entry = z.infer<typeof entrySchema>;

/** What memory holds: the value itself, never to be changed by whoever gets it. */
export type Held = Omit<Entry, 'text' | 'versions'> & {
  value: unknown;
  versions: readonly Remembered[];
  /** Where its uses are counted, in a cache that warms itself. */
  use?: Use | undefined;
};

/** A version with the text it is known by in this container. */
export type Remembered = { id: string; key: Key; version: string };

/** Makes a value and all in it unchangeable: everybody in the container who asks for it gets the same one. */
export const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
  for (const inner of Object.values(value)) if (typeof inner === 'object') frozen(inner);
  return Object.freeze(value);
};
