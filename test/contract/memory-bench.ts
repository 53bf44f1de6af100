import { randomUUID } from 'node:crypto';
import { sharedClock } from '../../infra/local/services/dynamodb/clock.ts';
import { type LocalDynamoDb, startDynamoDb } from '../../infra/local/services/dynamodb/server.ts';
import { VISIBILITY_LAG_MS } from '../../infra/local/services/dynamodb/vectors/snapshots.ts';
import { embed as vectorOf } from '../../infra/local/stand-ins/offline-model/embedding.ts';
import { startVectors } from '../../infra/local/stand-ins/qdrant/server.ts';
import { authenticated, type ProjectScope } from '../../shared/core/scope.ts';
import type { Gateway } from '../../shared/gateway/index.ts';
import { type AgentMemory, type Isolation, memoryOver } from '../../shared/memory/index.ts';
import { memoryTable } from '../support/memory-table.ts';
import { everything, role } from './dynamodb-target.ts';

const DIMENSIONS = 256;

/** Embeds without a provider, and counts. */
export const countedEmbedding = (dimensions = DIMENSIONS) => {
  const asked: string[][] = [];
  const embed: Gateway['embed'] = async ({ texts }) => {
    asked.push(texts);
    const vectors = texts.map((text) => [...vectorOf(text, dimensions)]);
    return { vectors, usage: { promptTokens: texts.length, estimated: false }, model: 'test', dimensions, calls: 1 };
  };
  return { asked, embed };
};

/** In a Qdrant, where agents share a collection or have one each, or in the table of a deployment without a Qdrant. */
export type Kept = Isolation | 'table';
export type Stores = {
  url: string;
  table: string;
  /** Moves on, past whatever an index of the table has not seen yet. */
  settle(): void;
  injectFault: LocalDynamoDb['injectFault'];
  stop(): Promise<void>;
};

const TABLE = 'memories';
const SIZES = [DIMENSIONS, 64, 128];
const START = Date.UTC(2030, 0, 1);

/** A Qdrant of the person who runs the tests, or a local store. */
export const vectorStore = async (): Promise<{ url: string; stop(): Promise<void> }> => {
  const url = process.env.QDRANT_URL;
  return url ? { url, stop: async () => undefined } : startVectors();
};

/** That, and a local table, to which the clients of this process lead: for files that load their modules anew. */
export const bothStores = async (): Promise<Stores> => {
  const qdrant = await vectorStore();
  const clock = sharedClock(START);
  const operator = role('operator', everything);
  const dynamodb = await startDynamoDb({ principals: [operator], tables: [memoryTable(TABLE, SIZES)], clock });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: operator.accessKeyId,
    AWS_SECRET_ACCESS_KEY: operator.secretAccessKey,
  });
  let now = START;
  const settle = () => {
    now += 2 * VISIBILITY_LAG_MS;
    clock.set(now);
  };
  const stop = async () => {
    await Promise.all([qdrant.stop(), dynamodb.stop()]);
  };
  return { url: qdrant.url, table: TABLE, settle, injectFault: dynamodb.injectFault, stop };
};

/** A size of vectors that no test has used yet. A table has an index for the sizes it was made with. */
export const newSize = (kept: Kept): number =>
  kept === 'table' ? SIZES.at(-1)! : 40 + Math.floor(Math.random() * 150);

/** A memory, in a Qdrant at an address if that is given. A table is asked some moments after what was written before. */
export const memoryAt = (
  store: string | Stores,
  kept: Kept,
  {
    embed = countedEmbedding().embed,
    chat,
    now,
  }: { embed?: Gateway['embed']; chat?: Gateway['chat']; now?: () => number } = {},
): AgentMemory => {
  const settings = settingsOf(store, kept);
  const memory = memoryOver({
    settings: async () => settings,
    embed,
    ...(chat && { chat }),
    ...(now && { clock: { now } }),
  });
  if (typeof store === 'string') return memory;
  const settled = <A extends unknown[], R>(operation: (...asked: A) => R) => {
    return (...asked: A): R => {
      store.settle();
      return operation(...asked);
    };
  };
  const { search, recall, remember } = memory;
  return { ...memory, search: settled(search), recall: settled(recall), remember: settled(remember) };
};

export const settingsOf = (store: string | Stores, kept: Kept) => {
  if (typeof store === 'string' && kept === 'table') throw new TypeError('A table has no address of its own.');
  if (typeof store === 'string' || kept !== 'table')
    return { url: typeof store === 'string' ? store : store.url, isolation: kept as Isolation };
  return { table: store.table, sizes: SIZES };
};

/** A person nobody else is, so that tests share a store without meeting. */
export const someone = (project = 'default'): ProjectScope =>
  authenticated({ userId: randomUUID().replaceAll('-', '') }).inProject(project);
