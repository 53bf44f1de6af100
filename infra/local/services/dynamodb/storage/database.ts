import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/**
 * `entries` holds an index's keys and points at the item, so an entry cannot show another item than the table does.
 * `ttl` is the item's TTL attribute, kept beside it for the sweep.
 */
const SCHEMA = `
  CREATE TABLE tables (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, definition TEXT NOT NULL, created_at REAL NOT NULL);
  CREATE TABLE indexes (id INTEGER PRIMARY KEY, table_id INTEGER NOT NULL, name TEXT NOT NULL, UNIQUE (table_id, name));
  CREATE TABLE items (
    id INTEGER PRIMARY KEY, table_id INTEGER NOT NULL, hash BLOB NOT NULL, range BLOB NOT NULL,
    item TEXT NOT NULL, size INTEGER NOT NULL, ttl REAL, UNIQUE (table_id, hash, range)
  );
  CREATE INDEX items_ttl ON items (table_id, ttl) WHERE ttl IS NOT NULL;
  CREATE TABLE entries (
    index_id INTEGER NOT NULL, hash BLOB NOT NULL, range BLOB NOT NULL, item_hash BLOB NOT NULL, item_range BLOB NOT NULL,
    item_id INTEGER NOT NULL, PRIMARY KEY (index_id, hash, range, item_hash, item_range)
  ) WITHOUT ROWID;
  CREATE TABLE tokens (token TEXT PRIMARY KEY, digest TEXT NOT NULL, expires_at REAL NOT NULL) WITHOUT ROWID;
  CREATE INDEX tokens_expiry ON tokens (expires_at);
  PRAGMA user_version = 1;
`;
const SCHEMA_VERSION = 1;

/**
 * SQLite with its statements kept. Write-ahead logging with `synchronous = NORMAL`: a commit outlives the process, whatever kills it;
 * the last commits may be lost when the machine loses power, and even then none is half there. The exclusive lock makes a second
 * process on the same folder fail at start instead of interleaving with this one.
 */
export class Database {
  readonly #sqlite: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(folder: string | undefined) {
    if (folder) mkdirSync(folder, { recursive: true });
    this.#sqlite = new DatabaseSync(folder ? join(folder, 'dynamodb.sqlite') : ':memory:');
    try {
      this.#sqlite.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
      this.#migrate();
    } catch (cause) {
      this.#sqlite.close();
      throw new Error(`cannot open the tables in ${folder ?? 'memory'}; is another process using them?`, { cause });
    }
  }

  #migrate(): void {
    const { user_version: version } = this.#sqlite.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version === 0) this.atomically(() => this.#sqlite.exec(SCHEMA));
    else if (version !== SCHEMA_VERSION) throw new Error(`the data has version ${version}, not ${SCHEMA_VERSION}`);
  }

  /** Runs `work` as one transaction: everything it wrote is there afterwards, or, if it throws, nothing. */
  atomically<T>(work: () => T): T {
    this.#sqlite.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#sqlite.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#sqlite.isTransaction) this.#sqlite.exec('ROLLBACK');
      throw error;
    }
  }

  run(sql: string, ...values: SQLInputValue[]): { lastInsertRowid: number | bigint; changes: number | bigint } {
    return this.#statement(sql).run(...values);
  }

  row<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.#statement(sql).get(...values) as T | undefined;
  }

  rows<T>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.#statement(sql).all(...values) as T[];
  }

  /** Rows one by one; stopping early costs nothing for those that would have followed. */
  each<T>(sql: string, ...values: SQLInputValue[]): IterableIterator<T> {
    return this.#statement(sql).iterate(...values) as IterableIterator<T>;
  }

  close(): void {
    this.#statements.clear();
    this.#sqlite.close();
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#sqlite.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
