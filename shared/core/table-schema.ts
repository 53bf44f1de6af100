/**
 * The one table: what its template defines, what the store's queries name, and what tests create. Everything else about
 * its items is in `shared/store/keys`.
 */
export const TABLE_SCHEMA = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** In seconds; DynamoDB removes the item some time later. */
  timeToLive: 'expires_at',
  /** Only items that wait for a time are in it. Sharded, because everything that is due is due "now". */
  dueIndex: { name: 'due', partitionKey: 'due_shard', sortKey: 'due_at' },
} as const;
