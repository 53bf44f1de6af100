import type { Principal } from '../iam/principal.ts';
import type { Fault } from './faults.ts';
import type { TableDefinition } from './table.ts';

/** What the thread is started with. */
export type Startup = {
  folder: string | undefined;
  principals: Principal[];
  tables: TableDefinition[];
  clock: SharedArrayBuffer | undefined;
  expiry: 'each minute' | 'on order';
};

/** Orders to the thread; each is answered under its number. */
export type Order =
  | { kind: 'counts' | 'reset-counts' | 'expire' | 'clear' | 'stop' }
  | ({ kind: 'fault' } & Fault)
  | { kind: 'latency'; milliseconds: number };
export type NumberedOrder = { number: number; order: Order };

export type Report =
  | { kind: 'listening'; port: number }
  | { kind: 'done'; number: number; result: unknown }
  | { kind: 'failed'; number: number; error: Error };
