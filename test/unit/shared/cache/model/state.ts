/*
 * The protocol of the cache as a small machine of explicit states: one key, its truth, and containers that read, load and
 * write. Each transition is one read or one write of the table, of the truth, or of a container's memory. A fault has a budget.
 */

export class Violation extends Error {}

export type Kept = { val: number; ver: number };

/** What a container goes by: the version it read, the number of that reading, and whether it read it within the last second. */
export type Known = { ver: number; read: number; young: boolean };

export type Read = {
  step: 'check' | 'learn' | 'look' | 'judge' | 'claim' | 'ensure' | 'look again' | 'judge again' | 'load' | 'commit';
  /** The oldest value that may still be served to whoever asked. */
  floor: number;
  /** Of whoever joined meanwhile. */
  joined: number | null;
  got: Kept | null;
  ver: number;
  isKept: boolean;
  fence: number;
  number: number;
};

export type Write = {
  kind: 'delete' | 'through';
  step: number;
  val: number;
  ver: number;
  changed: boolean;
  gone: number[];
};

export type Container = {
  memory: Kept | null;
  known: Known | null;
  begun: number;
  read: Read | null;
  write: Write | null;
  /** The oldest value that may be served to whoever asks from now on. */
  must: number;
};

export type Budgets = {
  reads: number;
  joins: number;
  deletes: number;
  throughs: number;
  seconds: number;
  crashes: number;
  overruns: number;
  relapses: number;
  forgets: number;
};

export type State = Budgets & {
  truth: number;
  /** 0: there is none. */
  ver: number;
  lastVer: number;
  /** Who writes through, as the table has it: by the version that each raised when it began, and whether its time is over. */
  writing: { ver: number; isOver: boolean }[];
  /** Values whose writers died; what is loaded from now on is one of them. */
  orphaned: number;
  entry: Kept | null;
  former: Kept | null;
  lease: number;
  isLeaseOver: boolean;
  lastFence: number;
  /** What an invalidation that is done has said. */
  told: number;
  loadsOfVersion: number;
  faults: number;
  containers: Container[];
};

export const NOTHING: Budgets = {
  reads: 0,
  joins: 0,
  deletes: 0,
  throughs: 0,
  seconds: 0,
  crashes: 0,
  overruns: 0,
  relapses: 0,
  forgets: 0,
};

const container = (): Container => ({ memory: null, known: null, begun: 0, read: null, write: null, must: 0 });

export const initial = (budgets: Partial<Budgets>): State => ({
  ...NOTHING,
  ...budgets,
  truth: 0,
  ver: 0,
  lastVer: 0,
  writing: [],
  orphaned: 0,
  entry: null,
  former: null,
  lease: 0,
  isLeaseOver: false,
  lastFence: 0,
  told: 0,
  loadsOfVersion: 0,
  faults: 0,
  containers: [container(), container()],
});

/** One condition or step of the protocol left out; the exploration must find what it is there for. */
export type Mutation =
  | 'versions are read after the load'
  | 'the commit does not compare the version'
  | 'the commit does not compare the fence'
  | 'the claim does not ask whether the lease is free'
  | 'no second look after the claim'
  | 'what is loaded while somebody writes is kept'
  | 'what is written is kept while another writes'
  | 'a writer does not raise the version before the truth'
  | 'whoever joined takes what was not kept'
  | 'a reading under way undoes a raise'
  | 'versions are counted from 1 again once they are forgotten'
  | 'an entry is served without its version'
  | 'a version is believed for longer than a second';

export const raise = (state: State): number => {
  state.lastVer += 1;
  state.ver = state.lastVer;
  state.loadsOfVersion = 0;
  return state.ver;
};

export const serve = (val: number, floor: number): void => {
  if (val < floor) throw new Violation(`${val} is served after ${floor} was told`);
};

export const store = (state: State, kept: Kept): void => {
  if (state.entry && state.entry.ver === kept.ver && state.entry.val > kept.val) {
    throw new Violation('an older value replaces a newer one');
  }
  if (state.entry) state.former = state.entry;
  state.entry = kept;
};
