import { isDeepStrictEqual } from 'node:util';
import { Validator } from '@cfworker/json-schema';
import { auditItem, type Origin } from '../audit/index.ts';
import { type Decision, findTask, rejoinLane, type Task, untilDecided } from '../bus/index.ts';
import { type Clock, isoTime, systemClock } from '../core/clock.ts';
import { Conflict, Defect, NotFound, Unprocessable } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import type { NewEvent } from '../events/index.ts';
import { projectKeys, type Write } from '../store/index.ts';
import { type Approval, findApproval } from './approval.ts';
import { permissionWrite } from './permissions.ts';
import type { Verdict } from './verdict.ts';
import { wakePlan } from './wake-plan.ts';

export type Deciding = {
  verdict: Verdict;
  /** From where the person decides, for the audit log. */
  origin: Origin;
  /** Of an edited plan: the draft that replaces the stored one, checked by the caller. */
  draft?: Record<string, unknown>;
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
  { verdict, origin, draft }: Deciding,
  clock: Clock = systemClock,
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
    const resolved = resolvedBy(project, approval, verdict, now);
    const writes = [
      resolveWrite(project, resolved),
      ...(verdict.remember ? [permissionWrite(project, approval, now)] : []),
      { put: auditItem(project.user, 'approval_decided', { ...origin, target: `${id} ${verdict.decision}` }, now) },
    ];
    const woken = await wake(project, resolved, { now, writes, ...(draft && { draft }) });
    return woken ? { done: resolved } : 'again';
  });

const repeated = (project: ProjectScope, approval: Approval, verdict: Verdict): Approval => {
  const same =
    approval.decided_by === project.userId &&
    approval.decision === verdict.decision &&
    isDeepStrictEqual(approval.arguments ?? null, verdict.arguments ?? null);
  if (same) return approval;
  throw new Conflict(`The approval has been decided already: it is ${approval.status}.`);
};

const checkVerdict = (approval: Approval, { decision, arguments: edited, remember }: Verdict): void => {
  const errors: { path: string; message: string }[] = [];
  if (decision === 'edit') {
    if (!approval.schema) errors.push({ path: 'decision', message: 'This approval has nothing to edit.' });
    else if (edited === undefined) errors.push({ path: 'arguments', message: 'An edit needs the edited arguments.' });
    else {
      const { valid, errors: found } = new Validator(approval.schema, '2020-12', false).validate(edited);
      if (!valid)
        errors.push(
          ...found.map(({ instanceLocation, error }) => ({
            path: `arguments${instanceLocation.slice(1).replaceAll('/', '.')}`,
            message: error,
          })),
        );
    }
  } else if (edited !== undefined && approval.about !== 'question') {
    errors.push({ path: 'arguments', message: 'Only the decision "edit" takes arguments.' });
  }
  if (remember && (approval.permission === undefined || decision === 'reject')) {
    errors.push({
      path: 'remember',
      message: 'Only the approval of a tool call of low or medium risk can be remembered.',
    });
  }
  if (errors.length > 0) throw new Unprocessable('The decision is not valid.', { errors });
};

const resolvedBy = (project: ProjectScope, approval: Approval, verdict: Verdict, now: number): Approval => ({
  ...approval,
  status: verdict.decision === 'reject' ? 'rejected' : 'approved',
  decision: verdict.decision,
  decided_by: project.userId,
  resolved_at: now,
  ...(verdict.reason !== undefined && { reason: verdict.reason }),
  ...(verdict.arguments && { arguments: verdict.arguments }),
});

const stillOpen = '#status = :pending and #open_until > :now';
const isOver = '#status = :pending and #open_until <= :now';

const resolveWrite = (project: ProjectScope, approval: Approval): Write => {
  const set = {
    status: approval.status,
    resolved_at: approval.resolved_at,
    ...(approval.decision && { decision: approval.decision, decided_by: approval.decided_by }),
    ...(approval.reason !== undefined && { reason: approval.reason }),
    ...(approval.arguments && { arguments: approval.arguments }),
  };
  return {
    key: projectKeys.approval(project, approval.approval_id),
    update: `SET ${Object.keys(set)
      .map((name) => `#${name} = :${name}`)
      .join(', ')} REMOVE #due_at, #due_shard`,
    when: approval.status === 'expired' ? isOver : stillOpen,
    values: { ...set, pending: 'pending', now: approval.resolved_at },
  };
};

/** When, and what becomes true in the same transaction. */
type Waking = { now: number; writes: Write[]; draft?: Record<string, unknown> };

/** What waits, a task or the execution of a plan, goes on with the decision. `false`: it changed since it was read. */
const wake = async (project: ProjectScope, approval: Approval, { now, writes, draft }: Waking): Promise<boolean> => {
  if (approval.about === 'plan') {
    return wakePlan(project, approval, now, {
      writes,
      events: [resolvedEvent(approval, now)],
      ...(draft && { draft }),
    });
  }
  const task = await findTask(project, approval.run_id, approval.task_id);
  if (task?.approval !== approval.approval_id) return false;
  return wakeTask(project, task, { ...approval, about: approval.about }, { now, writes });
};

/** The task goes back to its lane and carries the decision. */
const wakeTask = (
  project: ProjectScope,
  task: Task,
  approval: Approval & { about: Decision['kind'] },
  { now, writes }: Waking,
): Promise<boolean> => {
  const decision: Decision = {
    approval: approval.approval_id,
    kind: approval.about,
    step: approval.step,
    status: approval.status as Decision['status'],
    ...(approval.definition !== undefined && { definition: approval.definition }),
    ...(approval.reason !== undefined && { reason: approval.reason }),
    ...(approval.arguments && { arguments: JSON.stringify(approval.arguments) }),
  };
  return rejoinLane(
    project,
    task,
    {
      why: 'approval',
      when: '#approval = :approval',
      set: ['#decision = :decision', '#claims = :none'],
      remove: ['#approval'],
      values: { approval: approval.approval_id, decision, none: 0 },
      writes,
      events: [resolvedEvent(approval, now)],
    },
    now,
  );
};

const resolvedEvent = (approval: Approval, now: number): NewEvent => ({
  event_type: 'approval_resolved',
  payload: {
    approval_id: approval.approval_id,
    run_id: approval.run_id,
    status: approval.status,
    decision: approval.decision ?? null,
    reason: approval.reason ?? null,
    resolved_at: isoTime(now),
  },
});

/** Nobody decided in time: the task, or the plan, goes on and sees that. */
export const expire = (project: ProjectScope, id: string, clock: Clock = systemClock): Promise<void> =>
  untilDecided(async () => {
    const approval = await findApproval(project, id);
    const now = clock.now();
    if (approval?.status !== 'pending' || approval.open_until > now) return { done: undefined };
    const expired: Approval = { ...approval, status: 'expired', resolved_at: now };
    const woken = await wake(project, expired, { now, writes: [resolveWrite(project, expired)] });
    return woken ? { done: undefined } : 'again';
  });
