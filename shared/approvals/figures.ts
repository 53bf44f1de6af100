import * as z from 'zod';
import type { ProjectScope } from '../core/scope.ts';
import { queryAll, ranges } from '../store/index.ts';
import { readApproval } from './approval.ts';

export const approvalFiguresSchema = z
  .object({
    total: z.number().int(),
    by_status: z.record(z.string(), z.number()),
    approval_rate: z.number().nullable(),
    timeout_rate: z.number().nullable(),
    response_seconds: z.object({ median: z.number(), p95: z.number() }).nullable(),
  })
  .meta({ id: 'ApprovalFigures' });
export type ApprovalFigures = z.infer<typeof approvalFiguresSchema>;

/** How many approvals, the newest, the figures are made from. */
const MAX_COUNTED = 1_000;

/** How people decided in this project, over its newest thousand approvals. */
export const approvalFigures = async (project: ProjectScope): Promise<ApprovalFigures> => {
  const by_status: Record<string, number> = {};
  const waits: number[] = [];
  let total = 0;
  for await (const item of queryAll({ ...ranges.approvals(project), newestFirst: true })) {
    if (total === MAX_COUNTED) break;
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
