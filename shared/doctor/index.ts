export { tableNames } from '../platform/table/names.ts';
export { examine, type Patient } from './examine.ts';
export { inspect } from './inspect.ts';
export { type Partitions, partitionsOfUsers } from './partitions.ts';
export type { Moment, Snapshot, Violation } from './snapshot.ts';
export { type Treatment, treat } from './treat.ts';
