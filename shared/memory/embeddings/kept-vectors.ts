import * as z from 'zod';
import type { Cache, Keep } from '../../cache/index.ts';
import { DAY, SECOND } from '../../core/clock.ts';
import { sha256 } from '../../core/digest.ts';
import type { UserScope } from '../../core/scope.ts';

/**
 * What containers share costs a write for each kilobyte: 6 KB of numbers are 8 KB of text, nine write units, 5.6e-6 $. A text
 * of this size has some 500 tokens, 1e-5 $ with `text-embedding-3-small`, so that its vector pays if more than every second
 * one is needed again, and the longest, of 8,000 bytes, if every seventh is. Shorter ones are cheaper to ask for again.
 * Source: Amazon DynamoDB pricing, us-east-1, on demand; OpenAI's pricing. November 2026.
 */
const SHARED_FROM_BYTES = 2_000;
/** Memories are imported again, or told to another agent, within days or never. */
const KEPT_FOR = (7 * DAY) / SECOND;

/** The numbers as `Float32` in base64, as the vector store keeps them: two thirds of the size of as many numbers in memory. */
const schema = z.base64();

type Options = { isUnique?: boolean | undefined };

/**
 * Vectors of texts, by the digest of the text and the model that made them, and within one user: a text of one user is never a
 * hit for another, so response times reveal nothing about other users' texts.
 */
export class KeptVectors {
  readonly #cache: () => Cache;
  readonly #model: () => Promise<string>;

  /** @param model the one that vectors are asked of now */
  constructor(cache: () => Cache, model: () => Promise<string>) {
    this.#cache = cache;
    this.#model = model;
  }

  /** Those that are kept, by their texts. `isUnique`: nobody will ask for these texts in another container. */
  async get(user: UserScope, texts: readonly string[], { isUnique }: Options = {}): Promise<Map<string, number[]>> {
    const model = await this.#named();
    if (model === undefined) return new Map();
    const found = await Promise.all(
      [SHARED, HERE].map(async (keep) => {
        const wanted = texts.filter((text) => keepOf(text, isUnique) === keep);
        const keys = wanted.map((text) => keyOf(model, text));
        const kept = await this.#cache().getMany(user, keys, keep);
        return wanted.flatMap((text, at) => (kept[at] === undefined ? [] : [[text, numbersOf(kept[at])] as const]));
      }),
    );
    return new Map(found.flat());
  }

  async set(user: UserScope, vectors: ReadonlyMap<string, number[]>, { isUnique }: Options = {}): Promise<void> {
    const model = await this.#named();
    if (model === undefined) return;
    const all = [...vectors].map(([text, vector]) =>
      this.#cache().setLater(user, keyOf(model, text), keepOf(text, isUnique), textOf(vector)),
    );
    await Promise.all(all);
  }

  /** Where it cannot be known nothing is kept, and whoever asks the model itself is told what is wrong. */
  #named(): Promise<string | undefined> {
    return this.#model().catch(() => undefined);
  }
}

const keyOf = (model: string, text: string): string => `vector ${sha256([model, text].join('\0'))}`;

const SHARED: Keep<string> = { schema, ttl_s: KEPT_FOR, immutable: true, early_refresh: 0 };
const HERE: Keep<string> = { ...SHARED, level: 'memory' };

const keepOf = (text: string, isUnique = false): Keep<string> =>
  !isUnique && Buffer.byteLength(text) >= SHARED_FROM_BYTES ? SHARED : HERE;

const textOf = (vector: readonly number[]): string => Buffer.from(Float32Array.from(vector).buffer).toString('base64');

const numbersOf = (text: string): number[] => {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return Array.from(new Float32Array(bytes.buffer));
};
