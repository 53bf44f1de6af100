import { LRUCache } from 'lru-cache';
import { MINUTE } from '../../core/clock.ts';
import type { UserScope } from '../../core/scope.ts';

/**
 * Where vectors are kept between calls, by the digest of their text and within one user: whoever keeps them anywhere else puts
 * the user into every key. A text of one user is never a hit for another, so response times reveal nothing about other users'
 * texts.
 */
export type KeptVectors = {
  /** Those that are kept, of the digests asked for. */
  get(user: UserScope, digests: readonly string[]): Promise<Map<string, number[]>>;
  set(user: UserScope, vectors: ReadonlyMap<string, number[]>): Promise<void>;
};

/** 1,536 numbers of 8 bytes are 12 KB a vector: at most some 6 MB in a container. */
const MAX_VECTORS = 500;
/** A change of the embedding model is seen within this time. */
const TTL = 10 * MINUTE;

/** Vectors of recent texts in this container. */
export const inContainer = (): KeptVectors => {
  const kept = new LRUCache<string, number[]>({ max: MAX_VECTORS, ttl: TTL });
  const keyOf = ({ userId }: UserScope, digest: string): string => `${userId}#${digest}`;
  return {
    get: async (user, digests) => {
      const found = new Map<string, number[]>();
      for (const digest of digests) {
        const vector = kept.get(keyOf(user, digest));
        if (vector) found.set(digest, vector);
      }
      return found;
    },
    set: async (user, vectors) => {
      for (const [digest, vector] of vectors) kept.set(keyOf(user, digest), vector);
    },
  };
};
