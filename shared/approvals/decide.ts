import { isDeepStrictEqual } from 'node:util';
import { auditItem, type Origin } from '../audit/index.ts';
import { untilDecided } from '../bus/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { Conflict, Defect, NotFound } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import type { Write } from '../store/index.ts';
import { type Approval, findApproval } from './approval.ts';
import { checkVerdict } from './check-verdict.ts';
import { grantOf } from './grant.ts';
import { permissionId, permissionWrite } from './permissions.ts';
import { resolveWrite, wake } from './resolve.ts';
import type { Verdict } from './verdict.ts';

export type Deciding = {
  verdict: Verdict;
  /** From where the person decides, for the audit log. */
  origin: Origin;
  /** Of an edited plan: the draft that replaces the stored one, checked by the caller. */
  draft?: Record<string, unknown>;
  clock?: Clock;
};

const gone = (): NotFound => new NotFound('There is no such approval.');

/**
 * Decides an approval, once: one transaction that resolves it, audits the decision and brings its task back to the lane. A
 * repeat of the same decision by the same person answers the stored one; a different decision, or a late one, is a
 * conflict. Clients come in through `decideApproval` in `plans`, which checks an edited plan first.
 */
export const decide = async (
  project: ProjectScope,
  id: string,
  { verdict, origin, draft, clock = systemClock }: Deciding,
): Promise<Approval> =>
  untilDecided(async () => {
    const approval = await findApproval(project, id);
    if (!approval) throw gone();
    const now = clock.now();
    if (approval.status !== 'pending') return { done: repeated(project, approval, verdict) };
    if (approval.open_until <= now) throw new Conflict('The approval has expired.');
    checkVerdict(approval, verdict);
    if (approval.about === 'plan' && verdict.decision === 'edit' && !draft) {
      throw new Defect('An edited plan was decided without the draft that replaces the stored one.');
    }
    const resolved = resolvedBy(project, approval, { verdict, now });
    const writes = [
      resolveWrite(project, resolved),
      ...(verdict.remember ? rememberWrites(project, approval, { verdict, origin, now }) : []),
      { put: auditItem(project.user, 'approval_decided', { ...origin, target: `${id} ${verdict.decision}` }, now) },
    ];
    const woken = await wake(project, resolved, { now, writes, ...(draft && { draft }) });
    return woken ? { done: resolved } : 'again';
  });

/** The permission, and who gave it when. */
const rememberWrites = (
  project: ProjectScope,
  approval: Approval,
  { verdict, origin, now }: { verdict: Verdict; origin: Origin; now: number },
): Write[] => {
  const grant = grantOf(approval, verdict);
  if (!grant) throw new Defect('A decision that cannot be remembered has passed the check.');
  const target = permissionId(approval.agent_key, grant.permission);
  return [
    permissionWrite(project, approval, { grant, now }),
    { put: auditItem(project.user, 'permission_remembered', { ...origin, target }, now) },
  ];
};

const repeated = (project: ProjectScope, approval: Approval, verdict: Verdict): Approval => {
  const same =
    approval.decided_by === project.userId &&
    approval.decision === verdict.decision &&
    isDeepStrictEqual(approval.arguments ?? null, verdict.arguments ?? null);
  if (same) return approval;
  throw new Conflict(`The approval has been decided already: it is ${approval.status}.`);
};
const resolvedBy = (
  project: ProjectScope,
  approval: Approval,
  { verdict, now }: { verdict: Verdict; now: number },
): Approval => ({
  ...approval,
  status: verdict.decision === 'reject' ? 'rejected' : 'approved',
  decision: verdict.decision,
  decided_by: project.userId,
  resolved_at: now,
  ...(verdict.reason !== undefined && { reason: verdict.reason }),
  ...(verdict.arguments && { arguments: verdict.arguments }),
});
/** Expires an approval that was not decided in time: the task, or the plan, continues and sees that. */
export const expire = (project: ProjectScope, id: string, clock: Clock = systemClock): Promise<void> =>
  untilDecided(async () => {
    const approval = await findApproval(project, id);
    const now = clock.now();
    if (approval?.status !== 'pending' || approval.open_until > now) return { done: undefined };
    const expired: Approval = { ...approval, status: 'expired', resolved_at: now };
    const woken = await wake(project, expired, { now, writes: [resolveWrite(project, expired)] });
    return woken ? { done: undefined } : 'again';
  });
