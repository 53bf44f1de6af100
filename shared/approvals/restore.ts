import type { ProjectScope } from '../core/scope.ts';
import { batchesOf, runKeys, SCHEMA_VERSION, transact, type Write } from '../store/index.ts';
import { type Approval, approvalItem } from './approval.ts';

/** What a person was asked once. */
export type EndedApproval = Pick<Approval, 'session_id' | 'run_id' | 'approval_id' | 'about' | 'risk'> &
  Pick<Approval, 'payload' | 'schema' | 'open_until' | 'created_at' | 'resolved_at'> &
  Pick<Approval, 'decision' | 'reason' | 'arguments'> & { status: Exclude<Approval['status'], 'pending'> };

type Restoring = { approvals: readonly EndedApproval[]; guards: readonly [Write, ...Write[]] };

const isNew = 'attribute_not_exists(#pk)';

/**
 * Writes approvals of runs that have ended: none is due, and nothing can be decided. Whoever imports them decided them.
 * Repeatable with the same approvals; `over` once the first guard no longer holds.
 */
export const restoreApprovals = async (
  project: ProjectScope,
  { approvals, guards }: Restoring,
): Promise<'restored' | 'over'> => {
  for (const batch of batchesOf(approvals.map((one) => writesOf(project, one)))) {
    const outcome = await transact([...guards, ...batch]);
    if (!outcome.ok && outcome.lost.includes(0)) return 'over';
  }
  return 'restored';
};

const writesOf = (project: ProjectScope, { arguments: edited, ...approval }: EndedApproval): Write[] => {
  const {
    due_at: _at,
    due_shard: _shard,
    ...item
  } = approvalItem(project, {
    user_id: project.userId,
    project_id: project.projectId,
    task_id: '',
    agent_key: '',
    step: 0,
    ...approval,
    ...(approval.decision && { decided_by: project.userId }),
    warned: true,
  });
  const pointer = runKeys.approval(project, approval.run_id, approval.approval_id);
  return [
    { put: { ...item, ...(edited && { arguments: JSON.stringify(edited) }) } as typeof item, when: isNew },
    { put: { ...pointer, v: SCHEMA_VERSION }, when: isNew },
  ];
};
