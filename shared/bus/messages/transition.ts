import { Defect, Unavailable } from '../../core/errors.ts';
import { fullJitter, pause } from '../../core/jitter.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { push, type SessionEvent } from '../../events/index.ts';
import { log } from '../../observability/log.ts';
import type { LaneTask } from '../records/lane.ts';
import { sendTask } from './work-message.ts';

/** What follows a commit. Both are hints: the store has the facts, and the work of a lost one is due. */
export type AfterCommit = { project: ProjectScope; starts: LaneTask[]; session: string; events: SessionEvent[] };

/**
 * Two reads of one transition do not fit, because something moved between them. Whoever is deleted goes after their work:
 *
 *   reader           reads task: running ............................... reads lane: none
 *   deletion                               ends task, lane: live 0, lane goes
 *
 * and a task that waits for another's answer moves on with it:
 *
 *   deletion         reads asker: waits for T ........................... reads its journal: no call is open
 *   worker of T                                ends T, the answer is in the journal
 *
 * So the write would be refused, and everything is read again. Only where it stays so, after as many attempts as any
 * transition gets, is this a defect.
 */
export class TornRead extends Defect {}

type Attempt<T> = { done: T } | 'again';

/**
 * One transition, tried until it is decided: `once` reads, chooses and writes; `again` means that a condition refused
 * because something moved between the read and the write, which is also what a torn read means. Never
 * forced: always read again, with full jitter. A worker, which does not read its task anew, says by `refused` whether
 * the task is its own still.
 */
export const untilDecided = async <T>(
  once: () => Promise<Attempt<T>>,
  refused: () => Promise<Attempt<T>> = async () => 'again',
): Promise<T> => {
  let torn: TornRead | undefined;
  for (let attempt = 0; attempt < 60; attempt += 1) {
    let outcome: Attempt<T>;
    try {
      outcome = await once();
      torn = undefined;
    } catch (error) {
      if (!(error instanceof TornRead)) throw error;
      torn = error;
      outcome = await refused();
    }
    if (outcome !== 'again') return outcome.done;
    await pause(fullJitter(Math.min(attempt, 6), { base: 4, cap: 200 }));
  }
  throw torn ?? new Unavailable('The agent is busy; retry shortly.', { retryAfter: 1 });
};

/** One attempt at a transition whose callers read again on `false`. */
export const unlessTorn = async (attempt: () => Promise<boolean>): Promise<boolean> => {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof TornRead) return false;
    throw error;
  }
};

/** `starts` carry the wake they have after the commit. */
export const afterCommit = async ({ project, starts, session, events }: AfterCommit): Promise<void> => {
  const sent = await Promise.allSettled([
    ...starts.map((task) => sendTask(project, task)),
    ...(events.length > 0 ? [push(project, session, events)] : []),
  ]);
  for (const result of sent) {
    if (result.status === 'rejected')
      log.warn('message after commit not sent', { session_id: session, error: result.reason as Error });
  }
};

/** The head of a queue as it is after its start. */
export const started = (task: LaneTask): LaneTask => ({ ...task, wake: task.wake + 1 });
