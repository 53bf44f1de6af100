import type { Key } from '../../store/index.ts';

export type LaneCounts = { running: number; waiting: number; live: number };

/** A known mend, as data: what is changed, and what of the snapshot it relies on. `mend` applies it. */
export type Repair =
  /** An entry of a session's queue whose run does not wait there; or, as a twin, has its right entry beside it. */
  | { kind: 'remove session entry'; project: string; session: string; run: string; urgent: boolean; isTwin: boolean }
  /** A run that waits without an entry in its session's queue. */
  | { kind: 'put session entry'; project: string; session: string; run: string }
  /** A waiting run whose entry lies under the key of an urgent one, which its own item does not say. */
  | { kind: 'mark run urgent'; project: string; session: string; run: string }
  /** A session's count of waiting runs, by the runs there are. */
  | { kind: 'recount session'; project: string; session: string; read: number; counted: number }
  /** A lane's counters, by the tasks there are. */
  | { kind: 'recount lane'; project: string; agent: string; read: LaneCounts; counted: LaneCounts }
  /** An entry of a lane's queue whose task does not wait there. */
  | { kind: 'remove lane entry'; project: string; agent: string; run: string; task: string }
  /** A task that waits in a lane without an entry in its queue. */
  | { kind: 'put lane entry'; project: string; run: string; task: string }
  /** Tasks whose run has ended, or whose asker no longer waits for them. */
  | { kind: 'end orphans'; project: string; run: string }
  /** Something that waits for a time but is not due; `attribute` must still be `read`. */
  | { kind: 'make due'; key: Key; attribute: 'state' | 'status'; read: string }
  /** A place of a user's plans whose task has ended, or is gone; `place` is its name among the places. */
  | { kind: 'free place'; project: string; task: string; place: string }
  /** An item of something that is gone, its `owner`, whose own items these are. */
  | { kind: 'remove leftover'; key: Key; owner: string; gone: Key[] }
  /** An entry of the list of ready tasks that names none. */
  | { kind: 'remove ready entry'; project: string; run: string; task: string };
