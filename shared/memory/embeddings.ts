import { LRUCache } from 'lru-cache';
import { MINUTE } from '../core/clock.ts';
import { sha256 } from '../core/digest.ts';
import { Forbidden } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { type Gateway, ModelError } from '../gateway/index.ts';
import { MemoryUnavailable } from './unavailable.ts';

/** The cost of turning texts into vectors. */
export type EmbeddingFigures = { calls: number; cached: number; promptTokens: number };

/** Whose memory needs the vectors, and in which session if it is for one. */
export type Asker = { agent?: string; session?: string | undefined; signal?: AbortSignal | undefined };

export type Embedded = { vectors: number[][]; embedding: EmbeddingFigures };

/**
 * Every token is at least one byte, so 8,000 bytes always fit OpenAI's 8,191 tokens. The rest of a longer text is stored
 * and found by its words, but does not affect the similarity.
 */
const MAX_EMBEDDED_BYTES = 8_000;

/** 1,536 numbers of 8 bytes are 12 KB a vector: at most some 6 MB in a container. */
const MAX_CACHED_VECTORS = 500;
/** A change of the embedding model is seen within this time. */
const CACHE_TTL = 10 * MINUTE;

/**
 * Vectors of recent texts. A key begins with the user's id: a text of one user is never a hit for another, so response
 * times reveal nothing about other users' texts.
 */
export class EmbeddingCache {
  readonly #embed: Gateway['embed'];
  readonly #kept = new LRUCache<string, number[]>({ max: MAX_CACHED_VECTORS, ttl: CACHE_TTL });

  constructor(embed: Gateway['embed']) {
    this.#embed = embed;
  }

  async vectors(scope: ProjectScope, texts: string[], asker: Asker = {}): Promise<Embedded> {
    const wanted = texts.map(beginning);
    const keys = wanted.map((text) => `${scope.userId}#${sha256(text)}`);
    const known = new Map(keys.flatMap((key) => pair(key, this.#kept.get(key))));
    const missing = new Map(keys.flatMap((key, index) => (known.has(key) ? [] : pair(key, wanted[index]))));
    const figures = { calls: 0, cached: texts.length - missing.size, promptTokens: 0 };
    if (missing.size > 0) {
      const answer = await this.#asked(scope, [...missing.values()], asker);
      for (const [index, key] of [...missing.keys()].entries()) {
        known.set(key, answer.vectors[index]!);
        this.#kept.set(key, answer.vectors[index]!);
      }
      figures.calls = answer.calls;
      figures.promptTokens = answer.usage.promptTokens;
    }
    return { vectors: keys.map((key) => known.get(key)!), embedding: figures };
  }

  async #asked(scope: ProjectScope, texts: string[], { agent, session, signal }: Asker) {
    try {
      return await this.#embed({
        scope,
        texts,
        ...(agent !== undefined && { agent }),
        ...(session !== undefined && { session }),
        ...(signal && { signal }),
      });
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      // The user can do something about it, so they are told, and not that the memory is away.
      if (error.reason === 'own_key_refused') throw new Forbidden(error.detail, { cause: error });
      throw new MemoryUnavailable(error);
    }
  }
}

const pair = <T>(key: string, value: T | undefined): [string, T][] => (value === undefined ? [] : [[key, value]]);

/** As much of a text as fits, ending with a whole character. */
const beginning = (text: string): string => {
  if (text.length * 3 <= MAX_EMBEDDED_BYTES) return text;
  const bytes = Buffer.from(text);
  if (bytes.length <= MAX_EMBEDDED_BYTES) return text;
  let end = MAX_EMBEDDED_BYTES;
  while ((bytes[end]! & 0xc0) === 0x80) end -= 1;
  return bytes.toString('utf8', 0, end);
};
