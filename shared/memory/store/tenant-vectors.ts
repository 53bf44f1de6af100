import type { Payload } from '../record/payload.ts';
import type { Condition, Filter } from './qdrant.ts';

export type Found = { payload: Payload; score: number };
export type Vector = { payload: Payload; vector: number[] };
export type Page = { payloads: Payload[]; next: string | undefined };

/**
 * One agent's part of the vector store, whichever store that is; its filters are written as Qdrant's. An implementation is
 * all that talks to its store about memories, and lets nothing of another agent in or out.
 */
export type TenantVectors = {
  /** A memory with a known id takes the place of that. */
  write(vectors: Vector[]): Promise<void>;
  /** The most similar first. `score` is the cosine similarity, from -1 to 1. */
  nearest(vector: number[], filter: Filter, limit: number, minScore?: number): Promise<Found[]>;
  /** At most `limit` in the order of time, from one position on. */
  inOrder(filter: Filter, direction: 'asc' | 'desc', limit: number, from?: number): Promise<Payload[]>;
  /** A page in no useful order, for going through everything. `after` is the `next` of the page before. */
  page(filter: Filter, limit: number, after?: string, fields?: (keyof Payload)[]): Promise<Page>;
  count(filter: Filter): Promise<number>;
  /** Counts for each size of vectors the tenant has. */
  countBySize(filter: Filter): Promise<{ dimensions: number; count: number }[]>;
  /** How many memories that pass the filter have each value of a list of theirs, of at most `limit` values, the most frequent first. */
  facet(key: 'recalled', filter: Filter, limit: number): Promise<Map<string, number>>;
  update(filter: Filter, payload: Partial<Payload>): Promise<void>;
  remove(filter: Filter): Promise<void>;
  /** Removes everything the tenant has, including what was made for it alone. */
  removeTenant(): Promise<void>;
  /** The condition for memories by their own ids. */
  named(ids: string[]): Condition;
};
