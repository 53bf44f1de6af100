import type { ProjectScope } from '../../core/scope.ts';
import type { MemoryAccess } from '../store/access.ts';
import type { Condition, Filter } from '../store/qdrant.ts';

export type MemoryStats = {
  count: number;
  pinned: number;
  /** History: kept, and not recalled. */
  superseded: number;
  /** Of those that were a success or a failure at all; `null` if there are none. */
  successRate: number | null;
  /** The turns whose model was shown memories, and those whose model was shown none: whether remembering helps. */
  withMemories: Ended;
  withoutMemories: Ended;
  /** Milliseconds since the epoch; `null` in an empty memory. */
  oldest: number | null;
  newest: number | null;
  /** Vectors, and texts by the mean of a sample. */
  estimatedBytes: number;
};

/** Turns that are remembered, by how they ended. */
export type Ended = { succeeded: number; failed: number };

/** The types of what is remembered of a turn. */
const TURN: Condition = { key: 'type', match: { any: ['interaction', 'failure'] } };
const shownNone: Condition = { is_empty: { key: 'recalled' } };

/** Sampled for the size of texts, from each end of time. */
const SAMPLE = 50;
const BYTES_OF_A_NUMBER = 4;

export const stats = async (access: MemoryAccess, scope: ProjectScope, agent: string): Promise<MemoryStats> => {
  const store = await access.open(scope, agent);
  const having = (key: string, value: boolean, further: Filter = {}) =>
    store.count({ must: [{ key, match: { value } }, further] });
  const ended = async (filter: Filter): Promise<Ended> => {
    const [won, lost] = await Promise.all([true, false].map((success) => having('success', success, filter)));
    return { succeeded: won ?? 0, failed: lost ?? 0 };
  };
  const [sizes, pinned, history, withMemories, withoutMemories, succeeded, failed, first, last] = await Promise.all([
    store.countBySize({}),
    having('pinned', true),
    having('superseded', true),
    ended({ must: [TURN], must_not: [shownNone] }),
    ended({ must: [TURN, shownNone] }),
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
    superseded: history,
    withMemories,
    withoutMemories,
    successRate: succeeded + failed > 0 ? succeeded / (succeeded + failed) : null,
    oldest: first[0]?.created_at ?? null,
    newest: last[0]?.created_at ?? null,
    estimatedBytes: Math.round(vectors + count * text),
  };
};
