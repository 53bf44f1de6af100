import type { Write } from './table.ts';

/** Below the 100 items and the 4 MB of a transaction, with room for what is checked beside. */
const MOST_WRITES = 90;
const MOST_BYTES = 2_500_000;

/** Writes for several transactions, in order; those of a group stay together. */
export const batchesOf = (groups: readonly (readonly Write[])[]): Write[][] => {
  const batches: Write[][] = [];
  let bytes = 0;
  for (const group of groups) {
    const more = Buffer.byteLength(JSON.stringify(group));
    const last = batches.at(-1);
    if (last && last.length + group.length <= MOST_WRITES && bytes + more <= MOST_BYTES) {
      last.push(...group);
      bytes += more;
    } else {
      batches.push([...group]);
      bytes = more;
    }
  }
  return batches;
};
