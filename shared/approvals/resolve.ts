import { type Decision, findTask, rejoinLane, type Task } from '../bus/index.ts';
import { isoTime } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import type { NewEvent } from '../events/index.ts';
import { projectKeys, type Write } from '../store/index.ts';
import type { Approval } from './approval.ts';
import { wakePlan } from './wake-plan.ts';

const stillOpen = '#status = :pending and #open_until > :now';
const isOver = '#status = :pending and #open_until <= :now';

/** Stores the outcome and takes the approval off the due list, unless it was decided or has expired meanwhile. */
export const resolveWrite = (project: ProjectScope, approval: Approval): Write => {
  const set = {
    status: approval.status,
    resolved_at: approval.resolved_at,
    ...(approval.decision && { decision: approval.decision, decided_by: approval.decided_by }),
    ...(approval.reason !== undefined && { reason: approval.reason }),
    ...(approval.arguments && { arguments: JSON.stringify(approval.arguments) }),
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

/** When, and what else is written in the same transaction. */
type Waking = { now: number; writes: Write[]; draft?: Record<string, unknown> };

/** Resumes what waits, a task or the execution of a plan, with the decision. `false`: it has changed since it was read. */
export const wake = async (
  project: ProjectScope,
  approval: Approval,
  { now, writes, draft }: Waking,
): Promise<boolean> => {
  if (approval.about === 'plan') {
    return wakePlan(project, approval, {
      now,
      more: {
        writes,
        events: [resolvedEvent(approval, now)],
        ...(draft && { draft }),
      },
    });
  }
  const task = await findTask(project, approval.run_id, approval.task_id);
  if (task?.approval !== approval.approval_id) return false;
  return wakeTask(project, task, { ...approval, about: approval.about }, { now, writes });
};

const waitsForThis = '#approval = :approval';

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
  return rejoinLane(project, task, {
    rejoining: {
      why: 'approval',
      when: waitsForThis,
      set: ['#decision = :decision', '#claims = :none'],
      remove: ['#approval'],
      values: { approval: approval.approval_id, decision, none: 0 },
      writes,
      events: [resolvedEvent(approval, now)],
    },
    now,
  });
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
