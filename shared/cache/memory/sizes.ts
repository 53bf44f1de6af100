/** Of 64-bit V8; a test holds the sum against what a process really takes. */
const POINTER = 8;
const BOXED_NUMBER = 16;
const STRING_HEADER = 20;
const OBJECT_HEADER = 24;
const ARRAY_HEADER = 32;
const BUFFER_HEADER = 150;
const COLLECTION_HEADER = 150;
const COLLECTION_ENTRY = 40;
/** An object with more properties than this is a table of its own, with the names in it. */
const PROPERTIES_OF_A_SHAPE = 128;
const TABLE_ENTRY = 24;
/** What the level itself keeps for an entry: its place in the map, in the arrays of slots and in those of the policy. */
export const ENTRY_OVERHEAD_BYTES = 110;

/** Of more elements than this, so many stand for all. */
const SAMPLE = 256;
/** After so many parts, those that were looked at stand for those that wait. */
const MOST_PARTS = 10_000;

/** About the bytes of memory that an entry takes, its key and the level's own part included. */
export const entryBytes = (key: string, value: unknown): number =>
  ENTRY_OVERHEAD_BYTES + textBytes(key) + valueBytes(value);

/**
 * About the bytes of memory that a value takes, each object counted once. What functions close over and classes hold in
 * private is not seen. Takes microseconds for what fits a page, and never more than some milliseconds.
 */
export const valueBytes = (value: unknown): number => {
  const walk: Walk = { seen: new Set(), waiting: [{ value, times: 1 }], bytes: 0 };
  let parts = 0;
  for (; walk.waiting.length > 0 && parts < MOST_PARTS; parts += 1) {
    const part = walk.waiting.pop() as Part;
    walk.bytes += part.times * ownBytes(part, walk);
  }
  return Math.ceil(walk.bytes * (1 + walk.waiting.length / Math.max(parts, 1)));
};

/** A part of a value that stands for some others like it. */
type Part = { value: unknown; times: number };
type Walk = { seen: Set<object>; waiting: Part[]; bytes: number };

/** What a part takes without its own parts, which join those that wait. */
const ownBytes = ({ value, times }: Part, walk: Walk): number => {
  if (typeof value === 'string') return textBytes(value);
  if (typeof value === 'number') return isSmall(value) ? 0 : BOXED_NUMBER;
  if (typeof value === 'bigint') return BOXED_NUMBER;
  if (typeof value !== 'object' || value === null || walk.seen.has(value)) return 0;
  walk.seen.add(value);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return BUFFER_HEADER + value.byteLength;
  if (Array.isArray(value)) return ARRAY_HEADER + POINTER * value.length + later(elementsOf(value), times, walk);
  if (value instanceof Map) {
    const parts = [...value.keys(), ...value.values()];
    return COLLECTION_HEADER + COLLECTION_ENTRY * value.size + later(parts, times, walk);
  }
  if (value instanceof Set) return COLLECTION_HEADER + COLLECTION_ENTRY * value.size + later([...value], times, walk);
  return objectBytes(value, times, walk);
};

const objectBytes = (value: object, times: number, walk: Walk): number => {
  const parts: unknown[] = Object.values(value);
  const own = OBJECT_HEADER + POINTER * parts.length + later(parts, times, walk);
  if (parts.length <= PROPERTIES_OF_A_SHAPE) return own;
  return own + TABLE_ENTRY * parts.length + later(Object.keys(value), times, walk);
};

/** Puts parts off, some for all if they are many. They add nothing yet. */
const later = (parts: readonly unknown[], times: number, walk: Walk): number => {
  const looked = Math.min(parts.length, SAMPLE);
  for (let at = 0; at < looked; at += 1) {
    const value = parts[Math.floor((at * parts.length) / looked)];
    if (value !== null && value !== undefined) walk.waiting.push({ value, times: (times * parts.length) / looked });
  }
  return 0;
};

/** An array of numbers holds them in place, as its pointers: there is nothing more to count. */
const elementsOf = (array: readonly unknown[]): readonly unknown[] =>
  array.slice(0, SAMPLE).every((element) => typeof element === 'number') ? [] : array;

const isSmall = (value: number): boolean => (value | 0) === value;

/** One byte for each character up to U+00FF, else two for each. A long text is judged by its beginning. */
const textBytes = (text: string): number =>
  STRING_HEADER + text.length * (isWide.test(text.length > SAMPLE ? text.slice(0, SAMPLE) : text) ? 2 : 1);
const isWide = /[\u0100-\uffff]/;
