import type { ProjectScope } from '../core/scope.ts';
import { projectKeys, queryAll, queryPage } from '../store/index.ts';
import { type Approval, readApproval } from './approval.ts';

/** A page of the project's approvals, newest first; the filters choose among the approvals of a page. */
export const listApprovals = async (
  project: ProjectScope,
  options: { limit: number; after?: string; status?: string; run?: string },
): Promise<{ items: Approval[]; next: string | undefined }> => {
  const page = await queryPage({
    in: projectKeys.approval(project, 'any'),
    prefix: 'APR#',
    limit: options.limit,
    newestFirst: true,
    ...(options.after !== undefined && { after: projectKeys.approval(project, options.after).sk }),
  });
  const approvals = page.items.map(readApproval);
  const items = approvals
    .filter(({ status }) => options.status === undefined || status === options.status)
    .filter(({ run_id }) => options.run === undefined || run_id === options.run);
  return { items, next: page.next === undefined ? undefined : approvals.at(-1)?.approval_id };
};

export type ApprovalFigures = {
  total: number;
  by_status: Record<string, number>;
  approval_rate: number | null;
  timeout_rate: number | null;
  response_seconds: { median: number; p95: number } | null;
};

/** How people decided in this project, over its newest thousand approvals. */
export const approvalFigures = async (project: ProjectScope): Promise<ApprovalFigures> => {
  const by_status: Record<string, number> = {};
  const waits: number[] = [];
  let total = 0;
  for await (const item of queryAll({ in: projectKeys.approval(project, 'any'), prefix: 'APR#', newestFirst: true })) {
    if (total === NEWEST) break;
    const approval = readApproval(item);
    total += 1;
    by_status[approval.status] = (by_status[approval.status] ?? 0) + 1;
    if (approval.decision && approval.resolved_at) waits.push((approval.resolved_at - approval.created_at) / 1_000);
  }
  const { approved = 0, rejected = 0, expired = 0 } = by_status;
  waits.sort((a, b) => a - b);
  const at = (part: number): number => waits[Math.min(waits.length - 1, Math.ceil(part * waits.length) - 1)] ?? 0;
  return {
    total,
    by_status,
    approval_rate: approved + rejected === 0 ? null : approved / (approved + rejected),
    timeout_rate: approved + rejected + expired === 0 ? null : expired / (approved + rejected + expired),
    response_seconds: waits.length === 0 ? null : { median: at(0.5), p95: at(0.95) },
  };
};

const NEWEST = 1_000;
