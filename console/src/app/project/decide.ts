import type { components } from '../../../../clients/typescript/src/index.ts';
import { parseExact } from '../../api/exact.ts';
import { artel } from '../person/session.ts';
import { lookForApprovals, pendingApprovals } from './approvals.ts';
import { project } from './project.ts';

export type Approval = components['schemas']['Approval'];
export type Verdict = components['schemas']['ApprovalDecision'];

/** One approval. Numbers in what it shows are as they were spelled: `nativeOf` has them as JavaScript's own. */
export const findApproval = (id: string, signal?: AbortSignal): Promise<Approval> =>
  artel().call('GET /my/projects/{project_id}/approvals/{approval_id}', {
    path: { project_id: project.value, approval_id: id },
    parse: parseExact,
    ...(signal && { signal }),
  });

/** The navigation counts one less at once; how many there are is then asked for. */
const decided = (count: number): void => {
  pendingApprovals.value = Math.max(0, pendingApprovals.value - count);
  // It is asked for again in a moment anyway.
  void lookForApprovals().catch(() => undefined);
};

/** @throws ArtelError 409 where it was decided, or has expired, meanwhile; 422 with what is wrong with the decision */
export const decide = async (id: string, verdict: Verdict): Promise<Approval> => {
  const approval = await artel().call('POST /my/projects/{project_id}/approvals/{approval_id}/confirm', {
    path: { project_id: project.value, approval_id: id },
    body: verdict,
    parse: parseExact,
  });
  decided(1);
  return approval;
};

export type BatchOutcome = components['schemas']['BatchOutcome'];

/** The same decision of several; each has an outcome of its own. */
export const decideAll = async (
  ids: string[],
  verdict: { decision: 'approve' | 'reject'; reason?: string },
): Promise<BatchOutcome> => {
  const outcome = await artel().call('POST /my/projects/{project_id}/approvals/batch', {
    path: { project_id: project.value },
    body: { ids, ...verdict },
  });
  decided(ids.length);
  return outcome;
};
