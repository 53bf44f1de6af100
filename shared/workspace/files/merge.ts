import { isUtf8 } from 'node:buffer';
import { diff3Merge } from 'node-diff3';

/** Both sides of a file that could not be merged; `undefined`: there is no such file on that side, or it is not text. */
export type FileConflict = { path: string; theirs: string | undefined; yours: string | undefined };

/** Each with its line break, so that a file that ends without one is told from one that does not. */
const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

/** Line pairs that are equal: what finding the longest common run of two texts goes through. About 100 ms. */
const MAX_EQUAL_PAIRS = 2_000_000;

const equalPairs = (one: string[], other: string[]): number => {
  const counts = new Map<string, number>();
  for (const line of one) counts.set(line, (counts.get(line) ?? 0) + 1);
  return other.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0);
};

const MAX_BYTES = 512 * 1024;

/** The bytes as text; `undefined` where they are none. */
export const textIn = (bytes: Uint8Array): string | undefined =>
  isUtf8(bytes) && !bytes.includes(0) ? Buffer.from(bytes).toString() : undefined;

/**
 * What two changes of the same text make together, line by line; `undefined` where both changed the same lines, or it is
 * not text, or too much of it to tell quickly.
 */
export const merged = (base: Uint8Array, theirs: Uint8Array, yours: Uint8Array): Buffer | undefined => {
  if (Math.max(base.length, theirs.length, yours.length) > MAX_BYTES) return undefined;
  const texts = [base, theirs, yours].map(textIn);
  const [o, a, b] = texts.map((text) => text !== undefined && linesOf(text));
  if (!o || !a || !b) return undefined;
  if (equalPairs(o, a) + equalPairs(o, b) > MAX_EQUAL_PAIRS) return undefined;
  const regions = diff3Merge(a, o, b, { excludeFalseConflicts: true });
  const lines = regions.flatMap(({ ok }) => ok ?? []);
  return regions.every(({ ok }) => ok !== undefined) ? Buffer.from(lines.join('')) : undefined;
};
