import { Forbidden } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { type Gateway, ModelError } from '../../gateway/index.ts';
import type { Tab } from '../../limits/index.ts';
import { MemoryUnavailable } from '../store/unavailable.ts';
import type { KeptVectors } from './kept-vectors.ts';

/** The cost of turning texts into vectors. */
export type EmbeddingFigures = { calls: number; cached: number; promptTokens: number };

/** Whose memory needs the vectors, and in which session if it is for one. */
export type Asker = {
  agent?: string;
  session?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Nobody will ask for these texts elsewhere, so only this container keeps their vectors. */
  isUnique?: boolean | undefined;
  tab?: Tab | undefined;
};

export type Embedded = { vectors: number[][]; embedding: EmbeddingFigures };

/**
 * Every token is at least one byte, so 8,000 bytes always fit OpenAI's 8,191 tokens. The rest of a longer text is stored
 * and found by its words, but does not affect the similarity.
 */
const MAX_EMBEDDED_BYTES = 8_000;

/** The one way from texts to vectors: those that are kept are not asked for again, the others are asked for together. */
export class EmbeddingCache {
  readonly #embed: Gateway['embed'];
  readonly #kept: KeptVectors;

  constructor(embed: Gateway['embed'], kept: KeptVectors) {
    this.#embed = embed;
    this.#kept = kept;
  }

  async vectors(scope: ProjectScope, texts: string[], asker: Asker = {}): Promise<Embedded> {
    const wanted = texts.map(beginning);
    const known = await this.#kept.get(scope.user, [...new Set(wanted)], asker);
    const missing = [...new Set(wanted)].filter((text) => !known.has(text));
    const figures = { calls: 0, cached: texts.length - missing.length, promptTokens: 0 };
    if (missing.length > 0) {
      const answer = await this.#asked(scope, missing, asker);
      const made = new Map(missing.map((text, index) => [text, answer.vectors[index]!]));
      for (const [text, vector] of made) known.set(text, vector);
      await this.#kept.set(scope.user, made, asker);
      figures.calls = answer.calls;
      figures.promptTokens = answer.usage.promptTokens;
    }
    return { vectors: wanted.map((text) => known.get(text)!), embedding: figures };
  }

  async #asked(scope: ProjectScope, texts: string[], { agent, session, signal, tab }: Asker) {
    try {
      return await this.#embed({
        scope,
        texts,
        ...(agent !== undefined && { agent }),
        ...(session !== undefined && { session }),
        ...(signal && { signal }),
        ...(tab && { tab }),
      });
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      // The user can do something about it, so they are told, and not that the memory is away.
      if (error.reason === 'own_key_refused') throw new Forbidden(error.detail, { cause: error });
      throw new MemoryUnavailable(error);
    }
  }
}

/** As much of a text as fits, ending with a whole character. */
const beginning = (text: string): string => {
  if (text.length * 3 <= MAX_EMBEDDED_BYTES) return text;
  const bytes = Buffer.from(text);
  if (bytes.length <= MAX_EMBEDDED_BYTES) return text;
  let end = MAX_EMBEDDED_BYTES;
  while ((bytes[end]! & 0xc0) === 0x80) end -= 1;
  return bytes.toString('utf8', 0, end);
};
