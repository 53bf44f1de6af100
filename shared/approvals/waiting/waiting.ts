import { findRun, type Run } from '../../bus/index.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { findSessionState } from '../../sessions/index.ts';
import type { Approval } from '../approval.ts';
import { listApprovals } from '../list.ts';

/** A run that goes on once a person has decided. `approvals`: all that are open; there is seldom more than one. */
export type Waiting = { run: string; approvals: { id: string; expiresAt: number }[] };

const MOST_NAMED = 10;

const openOf = async (project: ProjectScope, run: string): Promise<Waiting['approvals']> => {
  const { items } = await listApprovals(project, { limit: MOST_NAMED, oldestFirst: true, status: 'pending', run });
  return items.map(({ approval_id, open_until }: Approval) => ({ id: approval_id, expiresAt: open_until }));
};

/** What a run that has not ended waits for: its own approvals, or those of the run before it in its session. */
export const waitingOf = async (
  project: ProjectScope,
  { run_id, session_id, state }: Pick<Run, 'run_id' | 'session_id' | 'state'>,
): Promise<Waiting | undefined> => {
  const own = await openOf(project, run_id);
  if (own.length > 0) return { run: run_id, approvals: own };
  // One that has begun is behind no other any more.
  if (state !== 'queued') return undefined;
  const [run, session] = await Promise.all([findRun(project, run_id), findSessionState(project, session_id)]);
  if (run?.state !== 'queued' || session?.active === undefined || session.active === run_id) return undefined;
  const before = await openOf(project, session.active);
  return before.length > 0 ? { run: run_id, approvals: before } : undefined;
};
