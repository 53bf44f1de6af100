import { HOUR } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { log } from '../observability/log.ts';
import type { Access } from './access.ts';
import type { EmbeddingFigures } from './embeddings.ts';
import { memoryOf } from './payload.ts';
import type { Condition } from './qdrant.ts';
import { byWords, fused, words } from './ranking.ts';
import type { Memory } from './record.ts';
import { filterOf, type SearchFilters } from './search-filter.ts';
import type { Found, TenantVectors } from './tenant-vectors.ts';

export type Recall = {
  query: string;
  limit?: number;
  /** Least cosine similarity. */
  minScore?: number;
  filters?: SearchFilters;
  signal?: AbortSignal;
};

/** What each of the two rankings contributes. */
const CANDIDATES = 50;
/** Of these, only those that share more than the usual words remain. */
const SHARING = 100;
/** More words than these would only make the store's filter slow. */
const MOST_WORDS = 32;

/**
 * Hybrid search: the memories most similar in meaning and those that share words with the query, in one ranking. `score`
 * is the similarity, so it need not fall from one hit to the next. Throws `MemoryUnavailable`.
 */
export const search = async (
  access: Access,
  scope: ProjectScope,
  agent: string,
  { query, limit = 5, minScore, filters, signal }: Recall,
): Promise<{ items: Memory[]; embedding: EmbeddingFigures }> => {
  const text = query.toWellFormed();
  if (text.trim() === '') throw new RangeError('A search of memory needs a query.');
  const { vectors, embedding } = await access.embeddings.vectors(scope, [text], signal);
  const store = await access.open(scope, agent, signal);
  const candidates = Math.max(CANDIDATES, limit);
  const sharing = sharedWords(text);
  const [similar, related] = await Promise.all([
    store.nearest(vectors[0]!, filterOf(filters), candidates, minScore),
    sharing.length > 0 ? store.nearest(vectors[0]!, filterOf(filters, sharing), SHARING, minScore) : [],
  ]);
  const found = new Map([...similar, ...related].map((one) => [one.payload.memory_id, one]));
  const lexical = byWords(
    text,
    related.map(({ payload }) => payload.text),
  ).map((place) => idOf(related[place]!));
  const hits = fused([similar.map(idOf), lexical])
    .slice(0, limit)
    .map((id) => found.get(id)!);
  await used(store, hits, access.clock.now());
  return { items: hits.map(({ payload, score }) => memoryOf(payload, score)), embedding };
};

const idOf = ({ payload }: Found): string => payload.memory_id;

/** Qdrant 1.16 and later: any of the words. */
const sharedWords = (query: string): Condition[] => {
  const some = [...new Set(words(query))].slice(0, MOST_WORDS);
  return some.length > 0 ? [{ key: 'text', match: { text_any: some.join(' ') } }] : [];
};

/** Notes, at most once an hour a memory, that it was of use: pruning goes by it. A search does not fail for that. */
const used = async (store: TenantVectors, hits: Found[], now: number): Promise<void> => {
  const stale = hits.filter(({ payload }) => (payload.last_used_at ?? 0) < now - HOUR).map(idOf);
  if (stale.length === 0) return;
  try {
    await store.update({ must: [store.named(stale)] }, { last_used_at: now });
  } catch (error) {
    log.warn('The use of memories was not noted.', {
      memories: stale.length,
      reason: error instanceof Error ? error.name : 'unknown',
    });
  }
};
