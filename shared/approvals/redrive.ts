import { untilDecided } from '../bus/index.ts';
import { type Clock, isoTime, systemClock } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { appendWrites, push, readEnd } from '../events/index.ts';
import { due, projectKeys, transact } from '../store/index.ts';
import { findApproval, WARNING_BEFORE_EXPIRY } from './approval.ts';
import { expire } from './decide.ts';

/** Handles a due approval: its warning, then its expiry. Called by timers and the sweeper; repeatable. */
export const redriveApproval = async (project: ProjectScope, id: string, clock: Clock = systemClock): Promise<void> => {
  const approval = await findApproval(project, id);
  if (approval?.status !== 'pending') return;
  const now = clock.now();
  if (now >= approval.open_until) await expire(project, id, clock);
  else if (!approval.warned && now >= approval.open_until - WARNING_BEFORE_EXPIRY) await warn(project, id, clock);
};

const notYetWarned = '#status = :pending and #warned = :no';

const warn = (project: ProjectScope, id: string, clock: Clock): Promise<void> =>
  untilDecided(async () => {
    const approval = await findApproval(project, id);
    if (approval?.status !== 'pending' || approval.warned) return { done: undefined };
    const now = clock.now();
    const key = projectKeys.approval(project, id);
    const event = {
      event_type: 'approval_expiring' as const,
      payload: { approval_id: id, run_id: approval.run_id, expires_at: isoTime(approval.open_until) },
    };
    const appended = appendWrites(project, approval.session_id, {
      end: await readEnd(project, approval.session_id),
      events: [event],
      now,
    });
    const outcome = await transact([
      {
        key,
        update: 'SET #warned = :yes, #due_at = :due_at, #due_shard = :due_shard',
        when: notYetWarned,
        values: { pending: 'pending', no: false, yes: true, ...due(key, approval.open_until) },
      },
      ...appended.writes,
    ]);
    if (!outcome.ok) return 'again';
    await push(project, approval.session_id, appended.events);
    return { done: undefined };
  });
