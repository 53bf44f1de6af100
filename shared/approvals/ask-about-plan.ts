import { type Clock, isoTime } from '../core/clock.ts';
import { newId } from '../core/ids.ts';
import type { ProjectScope } from '../core/scope.ts';
import { appendWrites, push, readEnd } from '../events/index.ts';
import { runKeys, SCHEMA_VERSION, transact, type Write } from '../store/index.ts';
import type { Risk } from '../tools/index.ts';
import { APPROVAL_TIMEOUT, type Approval, approvalItem } from './approval.ts';
import { setTimers } from './ask-person.ts';

export type PlanRequest = {
  session: string;
  run: string;
  round: number;
  risk: Risk;
  /** What the person sees: the tasks, the estimated cost, and why they are asked. */
  payload: Record<string, unknown>;
  /** JSON schema of the graph they may answer with instead. */
  schema: Record<string, unknown>;
};

/**
 * Asks the person about a plan, in one transaction with the caller's writes. `false`: a condition of those did not hold, and
 * no approval was created.
 */
export const openPlanApproval = async (
  project: ProjectScope,
  request: PlanRequest,
  { writes, clock }: { writes: (approval: string) => Write[]; clock: Clock },
): Promise<boolean> => {
  const now = clock.now();
  const { session, run, round, risk, payload, schema } = request;
  const approval: Approval = {
    user_id: project.userId,
    project_id: project.projectId,
    session_id: session,
    run_id: run,
    approval_id: newId('apr', now),
    about: 'plan',
    task_id: '',
    agent_key: '',
    step: 0,
    round,
    risk,
    status: 'pending',
    payload,
    schema,
    open_until: now + APPROVAL_TIMEOUT,
    warned: false,
    created_at: now,
  };
  const shown = { approval_id: approval.approval_id, run_id: run, kind: 'plan', risk, payload };
  const events = [
    { event_type: 'approval_required' as const, payload: { ...shown, expires_at: isoTime(approval.open_until) } },
  ];
  const appended = appendWrites(project, session, { end: await readEnd(project, session), events, now });
  const outcome = await transact([
    { put: approvalItem(project, approval), when: 'attribute_not_exists(#pk)' },
    { put: { ...runKeys.approval(project, run, approval.approval_id), v: SCHEMA_VERSION } },
    ...writes(approval.approval_id),
    ...appended.writes,
  ]);
  if (!outcome.ok) return false;
  await push(project, session, appended.events);
  await setTimers(approval);
  return true;
};
