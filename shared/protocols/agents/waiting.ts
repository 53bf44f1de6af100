import { type Approval, listApprovals } from '../../approvals/index.ts';
import { findRun, type Run } from '../../bus/index.ts';
import { isoTime } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { findSessionState } from '../../sessions/index.ts';

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
  { run_id, session_id }: Pick<Run, 'run_id' | 'session_id'>,
): Promise<Waiting | undefined> => {
  const own = await openOf(project, run_id);
  if (own.length > 0) return { run: run_id, approvals: own };
  const [run, session] = await Promise.all([findRun(project, run_id), findSessionState(project, session_id)]);
  if (run?.state !== 'queued' || session?.active === undefined || session.active === run_id) return undefined;
  const before = await openOf(project, session.active);
  return before.length > 0 ? { run: run_id, approvals: before } : undefined;
};

const placeOf = (approval: string): string => `/my/approvals/${approval}`;

/** The waiting state for programs, beside the fields of each API. */
export const waitingFields = (waiting: Waiting | undefined) =>
  waiting && {
    artel: {
      status: 'waiting_for_approval' as const,
      run_id: waiting.run,
      approvals: waiting.approvals.map(({ id, expiresAt }) => ({
        id,
        href: placeOf(id),
        expires_at: isoTime(expiresAt),
      })),
    },
  };

/** The waiting state for people. A conversation that ends with it is a request for the answer of that run. */
export const waitingNotice = ({ run, approvals }: Waiting): string =>
  `Waiting for a person to decide: ${approvals.map(({ id }) => placeOf(id)).join(', ')}. ` +
  `Send this conversation again, ending with this message, to get the answer of ${run}.`;

/** The run that a notice at the end of a text names. It only selects what is read: no text decides an approval. */
export const runInNotice = (text: string): string | undefined =>
  /Waiting for a person to decide: [^\n]{1,1000} to get the answer of (run_[0-9A-Za-z]{1,64})\.\s*$/.exec(text)?.[1];
