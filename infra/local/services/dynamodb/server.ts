import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Principal } from '../iam/principal.ts';
import type { SharedClock } from './clock.ts';
import type { Fault } from './faults.ts';
import type { NumberedOrder, Order, Report, Startup } from './messages.ts';
import type { TableDefinition } from './table.ts';
import type { Counts } from './tally.ts';

export type DynamoDbOptions = {
  /** Where the tables are kept; absent, they live in memory and end with the server. */
  folder?: string;
  principals: Principal[];
  tables: TableDefinition[];
  clock?: SharedClock;
  /** When expired items are deleted: each minute, or only by `expireNow()`. */
  expiry?: Startup['expiry'];
};

export type LocalDynamoDb = {
  url: string;
  stop(): Promise<void>;
  counts(): Promise<Counts>;
  resetCounts(): Promise<void>;
  /** Deletes everything whose time has passed; returns how many items. */
  expireNow(): Promise<number>;
  /** Deletes every item, and the faults still to come; the tables stay. */
  clear(): Promise<void>;
  injectFault(fault: Fault): Promise<void>;
  /** Holds each reply back so long, in milliseconds: what a call costs that others wait for. */
  delayReplies(milliseconds: number): Promise<void>;
};

/** Starts DynamoDB in a thread of its own, with its tables ready. Rejects when they cannot be opened or made. */
export async function startDynamoDb(options: DynamoDbOptions): Promise<LocalDynamoDb> {
  const { folder, principals, tables, clock, expiry = 'each minute' } = options;
  const startup: Startup = { folder, principals, tables, clock: clock?.memory, expiry };
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: startup, name: 'dynamodb' });
  // `once` rejects with the thread's error, if it fails before it listens.
  const [listening] = (await once(worker, 'message')) as [Report];
  if (listening.kind !== 'listening') throw new Error(`unexpected first report ${listening.kind}`);

  const ask = orders(worker);
  return {
    url: `http://127.0.0.1:${listening.port}`,
    counts: () => ask<Counts>({ kind: 'counts' }),
    resetCounts: () => ask<void>({ kind: 'reset-counts' }),
    expireNow: () => ask<number>({ kind: 'expire' }),
    clear: () => ask<void>({ kind: 'clear' }),
    injectFault: (fault) => ask<void>({ kind: 'fault', ...fault }),
    delayReplies: (milliseconds) => ask<void>({ kind: 'latency', milliseconds }),
    stop: async () => {
      const ended = once(worker, 'exit');
      await ask<void>({ kind: 'stop' });
      await ended;
    },
  };
}

type Waiting = { resolve(result: unknown): void; reject(error: Error): void };

/** Sends numbered orders and matches the answers. What is still waiting when the thread ends is rejected. */
function orders(worker: Worker): <T>(order: Order) => Promise<T> {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended: Error | undefined;
  const end = (reason: Error) => {
    ended ??= reason;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('message', (report: Report) => {
    if (report.kind === 'listening') return;
    const caller = waiting.get(report.number);
    waiting.delete(report.number);
    if (report.kind === 'done') caller?.resolve(report.result);
    else caller?.reject(report.error);
  });
  worker.on('error', (error: Error) => end(error));
  worker.on('exit', () => end(new Error('the DynamoDB thread has ended')));
  return <T>(order: Order) =>
    new Promise<T>((resolve, reject) => {
      if (ended) return reject(ended);
      waiting.set(++last, { resolve: resolve as (result: unknown) => void, reject });
      worker.postMessage({ number: last, order } satisfies NumberedOrder);
    });
}
