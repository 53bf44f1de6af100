import * as z from 'zod';
import { decide } from '../../../shared/approvals/index.ts';
import { action, projectOf } from '../action.ts';

/** The same as `POST /my/approvals/{id}/confirm`. */
export const confirmAction = action({
  permission: 'approvals:decide',
  input: z.strictObject({
    approval_id: z.string().min(1).max(128),
    decision: z.enum(['approve', 'reject', 'edit']),
    reason: z.string().trim().min(1).max(2_000).optional(),
    arguments: z.record(z.string(), z.unknown()).optional(),
    remember: z.boolean().optional(),
    project_id: z.string().min(1).max(128).optional(),
  }),
  run: async ({ approval_id, project_id, ...verdict }, line) => {
    const approval = await decide(await projectOf(line, project_id), approval_id, verdict);
    return { approval: { id: approval.approval_id, status: approval.status } };
  },
});
