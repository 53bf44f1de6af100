import { AccessDenied, Authorizer } from '../iam/authorizer.ts';
import type { Principal } from '../iam/principal.ts';
import type { Action, Store } from './actions/action.ts';
import { batchGetItem, batchWriteItem } from './actions/batches.ts';
import { getItem } from './actions/get-item.ts';
import { query, scan } from './actions/query.ts';
import { deleteItem, putItem, updateItem } from './actions/single-writes.ts';
import { createTable, deleteTable, describeTable, listTables, updateTable } from './actions/tables.ts';
import { describeTimeToLive, updateTimeToLive } from './actions/time-to-live.ts';
import { transactGetItems } from './actions/transact-get.ts';
import { transactWriteItems } from './actions/transact-write.ts';
import { DynamoDbError, isDiskFull, translated } from './errors.ts';
import { type Fault, Faults, faultError } from './faults.ts';
import { Catalog } from './storage/catalog.ts';
import { Database } from './storage/database.ts';
import { ensureTable } from './storage/ensure.ts';
import { deleteExpired } from './storage/expiry.ts';
import { Items } from './storage/items.ts';
import { Tokens } from './storage/tokens.ts';
import type { TableDefinition } from './table.ts';
import { type Counts, Tally } from './tally.ts';
import { searchVectors } from './vectors/search-vectors.ts';
import { VectorSnapshots } from './vectors/snapshots.ts';

const ACTIONS = new Map<string, Action>(
  Object.entries({
    BatchGetItem: batchGetItem,
    BatchWriteItem: batchWriteItem,
    CreateTable: createTable,
    DeleteItem: deleteItem,
    DeleteTable: deleteTable,
    DescribeTable: describeTable,
    DescribeTimeToLive: describeTimeToLive,
    GetItem: getItem,
    ListTables: listTables,
    PutItem: putItem,
    Query: query,
    Scan: scan,
    SearchVectors: searchVectors,
    TransactGetItems: transactGetItems,
    TransactWriteItems: transactWriteItems,
    UpdateItem: updateItem,
    UpdateTable: updateTable,
    UpdateTimeToLive: updateTimeToLive,
  }),
);

export type Reply = { status: number; body: Record<string, unknown> } | 'dropped';
export type ServiceOptions = {
  folder?: string | undefined;
  /** Instead of one in the folder. */
  database?: Database;
  principals: Principal[];
  tables: TableDefinition[];
  now: () => number;
  /** Gets errors that DynamoDB would not answer: bugs of this server. */
  onFailure(error: unknown): void;
};

/** The tables behind the protocol. Everything is synchronous, so calls are carried out one after the other, each one whole. */
export class Service {
  readonly #store: Store;
  readonly #authorizer: Authorizer;
  #faults = new Faults();
  #isDiskFull = false;
  #latency = 0;
  readonly #tally = new Tally();
  readonly #onFailure: (error: unknown) => void;

  constructor({ folder, database = new Database(folder), principals, tables, now, onFailure }: ServiceOptions) {
    const items = new Items(database);
    const catalog = new Catalog(database, items);
    const vectors = new VectorSnapshots(database, now);
    this.#store = { database, items, catalog, tokens: new Tokens(database, now), vectors, now };
    this.#authorizer = new Authorizer(principals);
    this.#onFailure = onFailure;
    for (const definition of tables) ensureTable(definition, catalog, database, now());
  }

  handle(name: string, body: object, accessKey: string): Reply {
    try {
      const action = ACTIONS.get(name);
      if (!action) throw new DynamoDbError('UnknownOperationException', `the local DynamoDB does not support ${name}`);
      this.#tally.call(name);
      const fault = this.#faults.take(name);
      if (fault && fault !== 'drop-reply') throw faultError(fault, name, body);
      const { reply, usage } = action(body, this.#store, (access) => this.#authorizer.authorize(accessKey, access));
      this.#tally.add(name, usage);
      if (usage.writeUnits > 0) this.#isDiskFull = false;
      return fault ? 'dropped' : { status: 200, body: reply };
    } catch (error) {
      const answer = this.#answer(translated(error));
      return { status: answer.status, body: answer.body() };
    }
  }

  expireNow(): number {
    this.#store.tokens.prune();
    return deleteExpired(this.#store.database, this.#store.items, this.#store.catalog.list(), this.#store.now());
  }

  /** Deletes every item of every table, what is remembered of transactions, and the faults still to come. */
  clear(): void {
    this.#faults = new Faults();
    const { database, items, vectors } = this.#store;
    database.atomically(() => items.clear());
    vectors.clear();
  }

  counts(): Counts {
    return this.#tally.counts();
  }

  resetCounts(): void {
    this.#tally.reset();
  }

  /** How long each reply is held back, in milliseconds, as a network would. */
  get latency(): number {
    return this.#latency;
  }

  delayReplies(milliseconds: number): void {
    this.#latency = milliseconds;
  }

  injectFault(fault: Fault): void {
    this.#faults.add(fault);
  }

  close(): void {
    this.#store.database.close();
  }

  #answer(error: unknown): DynamoDbError {
    if (error instanceof DynamoDbError) return error;
    if (error instanceof AccessDenied) return new DynamoDbError('AccessDeniedException', error.message);
    if (isDiskFull(error)) return this.#noRoom();
    this.#onFailure(error);
    return new DynamoDbError('InternalServerError', 'Internal server error');
  }

  /** Nothing of the call was kept. Told once, not with each of the calls that follow while the disk is full. */
  #noRoom(): DynamoDbError {
    const text = 'The disk is full: nothing can be stored until there is room again.';
    if (!this.#isDiskFull) this.#onFailure(new Error(text));
    this.#isDiskFull = true;
    return new DynamoDbError('InternalServerError', text);
  }
}
