import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { memoryLevel } from '../../../shared/cache/memory/index.ts';

/** The part of the keys that counts as hot: those that are read most. */
const HOT = 0.2;

type Recording = { classes: string[]; accesses: number[] };

/** What 200 people's work asked for: see the README. A number below zero is a write of that key. */
export const productTrace = (): Recording =>
  JSON.parse(gunzipSync(readFileSync(new URL('product.json.gz', import.meta.url))).toString()) as Recording;

export type ProductHits = { overall: number; hot: number; byClass: Record<string, { reads: number; hits: number }> };

/** What a write does to what is kept: the new value takes its place, or the next read is a miss. */
type Writes = 'written through' | 'invalidating';

/** The parts of the reads that memory finds with its default strategy and bound, if all were one container's. */
export const productHits = ({ classes, accesses }: Recording, writes: Writes, max_entries = 1_000): ProductHits => {
  const level = memoryLevel<true>({ strategy: 's3-fifo', max_entries, clock: { now: () => 0 } });
  const reads = accesses.filter((key) => key > 0);
  const hot = hottest(reads);
  const byClass: ProductHits['byClass'] = {};
  let [hits, hotReads, hotHits] = [0, 0, 0];
  for (const [at, access] of accesses.entries()) {
    const name = String(Math.abs(access));
    const keep = (): void => level.set(name, true, { bytes: 1, expires_at_ms: at + 1 });
    if (access < 0) {
      if (writes === 'written through') keep();
      else level.delete(name);
      continue;
    }
    const found = level.get(name) !== undefined;
    if (!found) keep();
    const kind = classes[access - 1] ?? '';
    const counts = byClass[kind] ?? { reads: 0, hits: 0 };
    byClass[kind] = { reads: counts.reads + 1, hits: counts.hits + Number(found) };
    hits += Number(found);
    if (!hot.has(access)) continue;
    hotReads += 1;
    hotHits += Number(found);
  }
  return { overall: hits / reads.length, hot: hotHits / hotReads, byClass };
};

const hottest = (reads: readonly number[]): Set<number> => {
  const counts = new Map<number, number>();
  for (const key of reads) counts.set(key, (counts.get(key) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one).map(([key]) => key);
  return new Set(sorted.slice(0, Math.ceil(sorted.length * HOT)));
};
