import type { ProjectScope } from '../core/scope.ts';
import type { MemoryAccess } from './access.ts';

export type MemoryStats = {
  count: number;
  pinned: number;
  /** Of those that were a success or a failure at all; `null` if there are none. */
  successRate: number | null;
  /** Milliseconds since the epoch; `null` in an empty memory. */
  oldest: number | null;
  newest: number | null;
  /** Vectors, and texts by the mean of a sample. */
  estimatedBytes: number;
};

/** Sampled for the size of texts, from each end of time. */
const SAMPLE = 50;
const BYTES_OF_A_NUMBER = 4;

export const stats = async (access: MemoryAccess, scope: ProjectScope, agent: string): Promise<MemoryStats> => {
  const store = await access.open(scope, agent);
  const having = (key: string, value: boolean) => store.count({ must: [{ key, match: { value } }] });
  const [sizes, pinned, succeeded, failed, first, last] = await Promise.all([
    store.countBySize({}),
    having('pinned', true),
    having('success', true),
    having('success', false),
    store.inOrder({}, 'asc', SAMPLE),
    store.inOrder({}, 'desc', SAMPLE),
  ]);
  const count = sizes.reduce((sum, one) => sum + one.count, 0);
  const sample = [...first, ...last];
  const text = sample.reduce((sum, { bytes }) => sum + bytes, 0) / Math.max(1, sample.length);
  const vectors = sizes.reduce((sum, one) => sum + one.count * one.dimensions * BYTES_OF_A_NUMBER, 0);
  return {
    count,
    pinned,
    successRate: succeeded + failed > 0 ? succeeded / (succeeded + failed) : null,
    oldest: first[0]?.created_at ?? null,
    newest: last[0]?.created_at ?? null,
    estimatedBytes: Math.round(vectors + count * text),
  };
};
