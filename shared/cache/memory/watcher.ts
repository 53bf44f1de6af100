/** What somebody learns who watches a level, by the hash of a key. */
export type Watcher = { missed(hash: number): void; evicted(hash: number, bytes: number): void };
