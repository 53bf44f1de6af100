/**
 * The table that holds memories and their vectors, in a deployment without a vector store of its own: what its template
 * defines, what is read and written, and what tests create. Each size of vectors has an attribute and an index of its own,
 * because an index takes one size and refuses items with another.
 */
export const MEMORY_TABLE_SCHEMA = {
  /** The tenant, that is the user, project and agent: `user{id}_{project}_{agent}_context`. */
  partitionKey: 'pk',
  /** The memory's own id. */
  sortKey: 'sk',
  /** All but the vector, in the order of time. A local index, because it can be read consistently. */
  timeIndex: { name: 'by_time', sortKey: 'position', carried: ['tenant', 'memory', 'text', 'dimensions', 'revision'] },
  /** The partition of a vector index. Not the table's own key, which the documentation does not say to be allowed here. */
  searchPartition: 'tenant',
  /** What a search is narrowed to by the index itself, if it is compared for equality. */
  inlineFilters: ['type', 'session_id'],
} as const;

export const vectorAttributeOf = (dimensions: number): string => `vector_${dimensions}`;
export const vectorIndexOf = (dimensions: number): string => `by_similarity_${dimensions}`;

/** Quotas of the developer guide ("Vector indexes"). */
export const MAX_VECTOR_DIMENSIONS = 4_096;
export const MAX_VECTOR_INDEXES = 5;
export const MAX_TOP_K = 100;
