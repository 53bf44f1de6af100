import { type Claim, parkTask } from '../bus/index.ts';
import { type Clock, isoTime, SECOND, systemClock } from '../core/clock.ts';
import { newId } from '../core/ids.ts';
import type { LogEnd } from '../events/index.ts';
import { requestOf } from '../observability/invocation.ts';
import { log } from '../observability/log.ts';
import { sendToTimers } from '../platform/queues.ts';
import { runKeys, SCHEMA_VERSION } from '../store/index.ts';
import type { Risk } from '../tools/index.ts';
import { APPROVAL_TIMEOUT, type Approval, approvalItem, WARNING_BEFORE_EXPIRY } from './approval.ts';

export type PersonRequest = {
  about: Exclude<Approval['about'], 'plan'>;
  risk: Risk;
  payload: Record<string, unknown>;
  schema?: Record<string, unknown>;
  definition?: string;
  rememberable?: boolean;
  /** How long the person has to decide, in milliseconds; as long as for a tool unless said otherwise. */
  timeout?: number;
  /** Of a client's question, which is the first that the task has noted: the id it was promised, and the time to decide. */
  noted?: { approval: string; timeout: number };
};

/**
 * The task waits for a person: nothing runs meanwhile, and the agent's slot is free for other work. `false`: the task is
 * no longer this worker's.
 */
export const askPerson = async (
  claim: Claim,
  request: PersonRequest,
  { expectedEnd, clock = systemClock }: { expectedEnd?: LogEnd | undefined; clock?: Clock | undefined } = {},
): Promise<boolean> => {
  const { project, task } = claim;
  const now = clock.now();
  const { noted, timeout = APPROVAL_TIMEOUT, ...asked } = request;
  const approval: Approval = {
    user_id: project.userId,
    project_id: project.projectId,
    session_id: task.session_id,
    run_id: task.run_id,
    task_id: task.task_id,
    agent_key: task.agent_key,
    approval_id: noted?.approval ?? newId('apr', now),
    step: task.step,
    status: 'pending',
    open_until: now + (noted?.timeout ?? timeout),
    warned: false,
    created_at: now,
    ...asked,
  };
  const payload = {
    approval_id: approval.approval_id,
    run_id: task.run_id,
    task_id: task.task_id,
    kind: request.about,
    risk: request.risk,
    payload: request.payload,
    expires_at: isoTime(approval.open_until),
  };
  const parked = await parkTask(
    claim,
    {
      why: 'approval',
      set: ['#approval = :approval'],
      values: { approval: approval.approval_id },
      ...(noted && { remove: ['#questions[0]'] }),
      writes: () => [
        { put: approvalItem(project, approval), when: 'attribute_not_exists(#pk)' },
        { put: { ...runKeys.approval(project, task.run_id, approval.approval_id), v: SCHEMA_VERSION } },
      ],
      told: { approval_id: approval.approval_id, kind: request.about, until: isoTime(approval.open_until) },
      events: [{ event_type: 'approval_required', payload }],
    },
    { expectedEnd, clock },
  );
  if (parked) await setTimers(approval);
  return parked;
};

/** Hints for warning and expiry; should they be lost, the sweeper finds the approval due. */
export const setTimers = async ({
  user_id,
  project_id,
  approval_id,
  created_at,
  open_until,
}: Approval): Promise<void> => {
  const timer = { kind: 'approval', user_id, project_id, approval_id, ...requestOf() };
  const set = await Promise.allSettled(
    [open_until - created_at - WARNING_BEFORE_EXPIRY, open_until - created_at].map((delay) =>
      sendToTimers(timer, delay / SECOND),
    ),
  );
  for (const result of set) {
    if (result.status === 'rejected') log.warn('timer not set', { approval_id, error: result.reason as Error });
  }
};
