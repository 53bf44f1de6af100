const STORE = 'shared/memory/store/dynamodb';
const LOCAL = 'infra/local/services/dynamodb/vectors';
const ofStore = { test: 'test/contract/memory-table.test.ts' };
const ofLocal = { test: 'test/contract/dynamodb-vectors.test.ts' };

/** Of memories in a deployment's own table, and of the vector indexes that the local DynamoDB has. */
export const memoryTable = [
  {
    ...ofStore,
    promise: 'the table gives out nothing of another agent',
    file: `${STORE}/tenant-items.ts`,
    find: 'if (item.tenant !== this.#tenant) throw',
    replace: 'if (item.tenant === undefined) throw',
  },
  {
    ...ofStore,
    promise: 'the table takes in nothing of another agent',
    file: `${STORE}/table-vectors.ts`,
    find: 'if (payload.tenant !== this.#tenant)',
    replace: 'if (payload.tenant === undefined)',
  },
  {
    ...ofStore,
    promise: 'a memory that changes while it is removed is judged again',
    file: 'shared/platform/vector-table/table.ts',
    find: "asItWasRead = '#revision = :read'",
    replace: "asItWasRead = '(#revision = :read or attribute_exists(#revision))'",
  },
  {
    ...ofStore,
    promise: 'what an index cannot compare is found beyond the nearest 100',
    file: `${STORE}/table-vectors.ts`,
    find: 'if (hasMore) found',
    replace: 'if (hasMore && limit < 0) found',
  },
  {
    ...ofStore,
    promise: 'a vector without an index is refused',
    file: `${STORE}/table-vectors.ts`,
    find: 'if (this.#sizes.includes(length)) return;',
    replace: 'if (length > 0) return;',
  },
  {
    ...ofLocal,
    promise: 'a search yields at most 100',
    file: `${LOCAL}/search-vectors.ts`,
    find: 'request.TopK > MAX_TOP_K',
    replace: 'request.TopK > 10 * MAX_TOP_K',
  },
  {
    ...ofLocal,
    promise: 'a search sees a write some moments later',
    file: `${LOCAL}/snapshots.ts`,
    find: '< VISIBILITY_LAG_MS',
    replace: '< 0',
  },
  {
    ...ofLocal,
    promise: 'a search is within one partition',
    file: `${LOCAL}/search-vectors.ts`,
    find: 'if (!partition) throw',
    replace: 'if (!partition && index.dimensions < 0) throw',
  },
];
