import type { Lane } from '../../../../../shared/bus/lanes/lane.ts';
import type { Faults, Scope } from './scopes/scope.ts';
import type { Transaction } from './writes.ts';

/*
 * What the table holds and what its actors are at. Never changed in place: a step makes a new state that shares all it
 * did not touch. Names of attributes are those of the code, `null` is an absent attribute or item.
 */

export type LaneState = Lane & { due: boolean };
export type SessionItem = { status: 'open' | 'deleting' | 'gone'; active: number | null; queued: number };
/** `completions` counts the `run_completed` events. */
export type RunItem = {
  state: 'queued' | 'running' | 'cancelling' | 'completed' | 'failed' | 'cancelled';
  completions: number;
};
export type TaskItem = {
  /** `ready`: of a plan, waits for a slot among the user's parallel tasks. */
  state: 'held' | 'ready' | 'queued' | 'dispatched' | 'running' | 'waiting' | 'completed' | 'failed' | 'cancelled';
  why: 'retry' | 'approval' | 'child' | null;
  wake: number;
  epoch: number;
  claims: number;
  step: number;
  failures: number;
  intent: number | null;
  approval: number | null;
  decision: string | null;
  /** Clients' questions that its worker has not asked yet. */
  noted: number;
  child: number | null;
  /** Of a plan: its agent was deleted before it began, and no lane counts it. */
  gone: true | null;
  /** For the invariants alone: approvals asked for, effects that happened, effects that may have. */
  asked: number;
  effects: number;
  allowed: number;
};
export type ApprovalItem = {
  task: number;
  kind: 'tool' | 'unknown' | 'question';
  status: 'pending' | 'approved' | 'rejected' | 'expired' | 'closed';
};

/** A worker that holds, or believes to hold, a task: what it read when it claimed, and how far it is. */
export type Worker = {
  task: number;
  epoch: number;
  wake: number;
  step: number;
  at: 'step' | 'effect' | 'result';
  prepared: Transaction | null;
} | null;

export type Client = 'not begun' | 'done' | Transaction;

export type State = {
  lanes: LaneState[];
  sessions: SessionItem[];
  runs: (RunItem | null)[];
  tasks: (TaskItem | null)[];
  approvals: (ApprovalItem | null)[];
  /** Tasks in each lane's queue, and runs in each session's. */
  entries: number[][];
  queuedRuns: number[][];
  workers: Worker[];
  /** What the sweeper, and whoever works on a plan, has read for its next write. */
  sweeper: Transaction | null;
  planner: Transaction | null;
  clients: Client[];
  /** Messages on their way, as `task.wake`. */
  messages: string[];
  faults: Faults;
};

/** One task may ask a person so often in a scope. */
export const APPROVALS_PER_TASK = 4;

const NO_FAULTS: Faults = { crashes: 0, losses: 0, doubles: 0, earlyLeases: 0, yields: 0 };

export const initialState = (scope: Scope): State => ({
  lanes: scope.agents.map(({ slots, cap = 9 }) => ({
    status: 'ready',
    slots,
    cap,
    running: 0,
    waiting: 0,
    live: 0,
    due: false,
  })),
  sessions: Array.from({ length: scope.sessions }, () => ({ status: 'open', active: null, queued: 0 })),
  runs: scope.runs.map(() => null),
  tasks: scope.tasks.map(() => null),
  approvals: scope.tasks.flatMap(() => Array.from({ length: APPROVALS_PER_TASK }, () => null)),
  entries: scope.agents.map(() => []),
  queuedRuns: Array.from({ length: scope.sessions }, () => []),
  workers: Array.from({ length: scope.workers ?? 2 }, () => null),
  sweeper: null,
  planner: null,
  clients: scope.requests.map(() => 'not begun'),
  messages: [],
  faults: { ...NO_FAULTS, ...scope.faults },
});

export const isFinal = (state: string): boolean => state === 'completed' || state === 'failed' || state === 'cancelled';
export const holdsSlot = (task: TaskItem): boolean => task.state === 'dispatched' || task.state === 'running';
export const isLive = (task: TaskItem | null): task is TaskItem => task !== null && !isFinal(task.state);

/** A copy with one element of one list changed. */
export const withOne = <Name extends 'tasks' | 'lanes' | 'sessions' | 'workers' | 'clients'>(
  state: State,
  name: Name,
  place: number,
  change: Partial<NonNullable<State[Name][number]>> | State[Name][number],
): State => {
  const old = state[name][place];
  const both = typeof change === 'object' && change !== null && typeof old === 'object' && old !== null;
  const list = (state[name] as unknown[]).with(place, both ? { ...old, ...change } : change);
  return { ...state, [name]: list };
};

export const withMessages = (state: State, tasks: number[]): State => {
  const added = tasks
    .map((task) => `${task}.${state.tasks[task]!.wake}`)
    .filter((one) => !state.messages.includes(one));
  return added.length === 0 ? state : { ...state, messages: [...state.messages, ...new Set(added)].sort() };
};

export const withoutMessage = (state: State, message: string): State => ({
  ...state,
  messages: state.messages.filter((one) => one !== message),
});

export const lessOne = (state: State, fault: keyof Faults): State => ({
  ...state,
  faults: { ...state.faults, [fault]: state.faults[fault] - 1 },
});
