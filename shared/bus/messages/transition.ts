import { Unavailable } from '../../core/errors.ts';
import { fullJitter, pause } from '../../core/jitter.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { push, type SessionEvent } from '../../events/index.ts';
import { log } from '../../observability/log.ts';
import type { LaneTask } from '../records/lane.ts';
import { sendTask } from './work-message.ts';

/** What follows a commit. Both are hints: the store has the facts, and the work of a lost one is due. */
export type AfterCommit = { project: ProjectScope; starts: LaneTask[]; session: string; events: SessionEvent[] };

/**
 * One transition, tried until it is decided: `once` reads, chooses and writes; `again` means that a condition refused
 * because something moved between the read and the write. Never forced: always read again, with full jitter.
 */
export const untilDecided = async <T>(once: () => Promise<{ done: T } | 'again'>): Promise<T> => {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const outcome = await once();
    if (outcome !== 'again') return outcome.done;
    await pause(fullJitter(Math.min(attempt, 6), { base: 4, cap: 200 }));
  }
  throw new Unavailable('The agent is busy; retry shortly.', { retryAfter: 1 });
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
