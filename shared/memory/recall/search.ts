import { HOUR } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { Tab } from '../../limits/index.ts';
import { log } from '../../observability/log.ts';
import type { EmbeddingFigures } from '../embeddings/cache.ts';
import { contradicted } from '../facts/facts.ts';
import { datedOf } from '../history/supersede.ts';
import type { Memory } from '../record/memory-record.ts';
import { memoryOf } from '../record/payload.ts';
import type { MemoryAccess } from '../store/access.ts';
import type { Condition } from '../store/qdrant.ts';
import type { Found, TenantVectors } from '../store/tenant-vectors.ts';
import { byWords, fused } from './ranking.ts';
import { filterOf, type SearchFilters } from './search-filter.ts';
import { wordsOfQuery, wordsOfStore } from './words.ts';

export type Recall = {
  query: string;
  limit?: number;
  /** Least cosine similarity. */
  minScore?: number;
  filters?: SearchFilters;
  /** In which session it is asked. */
  session?: string;
  signal?: AbortSignal;
  /** Nobody will ask this elsewhere. */
  isUnique?: boolean;
  /** What the query's embedding is paid on. */
  tab?: Tab | undefined;
};

/** Candidates that each of the two rankings contributes. */
const CANDIDATES = 50;
/** Candidates of the lexical ranking before it drops those that share only common words. */
const LEXICAL_CANDIDATES = 100;
/** More words would only slow the store's filter down. */
const MAX_QUERY_WORDS = 32;

/**
 * Hybrid search: the memories most similar in meaning and those that share words with the query, in one ranking. `score`
 * is the similarity, so it need not fall from one hit to the next. A fact that another hit contradicts is left out even if its
 * writer died before it was marked. Throws `MemoryUnavailable`.
 */
export const search = async (
  access: MemoryAccess,
  scope: ProjectScope,
  agent: string,
  { query, limit = 5, minScore, filters, session, signal, isUnique, tab }: Recall,
): Promise<{ items: Memory[]; embedding: EmbeddingFigures }> => {
  const text = query.toWellFormed();
  if (text.trim() === '') throw new RangeError('The query of a memory search must not be blank.');
  const { vectors, embedding } = await access.embeddings.vectors(scope, [text], {
    agent,
    session,
    signal,
    isUnique,
    tab,
  });
  const store = await access.open(scope, agent, signal);
  const candidates = Math.max(CANDIDATES, limit);
  const sharing = sharedWords(text);
  const [near, sharers] = await Promise.all([
    store.nearest(vectors[0]!, filterOf(filters), candidates, minScore),
    sharing.length > 0 ? store.nearest(vectors[0]!, filterOf(filters, sharing), LEXICAL_CANDIDATES, minScore) : [],
  ]);
  const [similar, related] = [distinct(near), distinct(sharers)];
  const found = new Map([...similar, ...related].map((one) => [one.payload.memory_id, one]));
  const lexical = byWords(
    text,
    related.map(({ payload }) => payload.text),
  ).map((index) => idOf(related[index]!));
  const outdated = contradicted([...found.values()].map(({ payload }) => datedOf(payload)));
  const hits = fused([similar.map(idOf), lexical])
    .filter((id) => filters?.history || !outdated.has(id))
    .slice(0, limit)
    .map((id) => found.get(id)!);
  await markUsed(store, hits, access.clock.now());
  return { items: hits.map(({ payload, score }) => memoryOf(payload, score)), embedding };
};

/** What is said in the same words several times is found once, the best and then the newest first, and leaves room for others. */
const distinct = (found: Found[]): Found[] => {
  const texts = new Map<string, Found>();
  for (const one of found) {
    const same = texts.get(one.payload.text);
    if (!same || same.payload.position < one.payload.position) texts.set(one.payload.text, one);
  }
  return [...texts.values()];
};

const idOf = ({ payload }: Found): string => payload.memory_id;

/** Any of the words: as the store finds them in a text (Qdrant 1.16 and later), or among what was written beside it. */
const sharedWords = (query: string): Condition[] => {
  const wanted = [...new Set(wordsOfQuery(query))].slice(0, MAX_QUERY_WORDS);
  if (wanted.length === 0) return [];
  const inText = [...new Set([...wanted, ...wordsOfStore(query)])].filter(({ length }) => length > 1);
  const terms: Condition = { key: 'terms', match: { any: wanted } };
  if (inText.length === 0) return [terms];
  const text_any = inText.slice(0, MAX_QUERY_WORDS).join(' ');
  return [{ should: [{ key: 'text', match: { text_any } }, terms] }];
};

/** Records use at most once an hour for each memory; pruning reads it. A failure here does not fail the search. */
const markUsed = async (store: TenantVectors, hits: Found[], now: number): Promise<void> => {
  const stale = hits.filter(({ payload }) => (payload.last_used_at ?? 0) < now - HOUR).map(idOf);
  if (stale.length === 0) return;
  try {
    await store.update({ must: [store.named(stale)] }, { last_used_at: now });
  } catch (error) {
    log.warn('memory use not recorded', {
      memories: stale.length,
      reason: error instanceof Error ? error.name : 'unknown',
    });
  }
};
