import * as z from 'zod';
import { isoTime } from '../core/clock.ts';
import { risks } from '../tools/index.ts';
import { type Approval, approvalKinds, approvalStatuses, decisions } from './approval.ts';

const jsonObject = z.record(z.string(), z.unknown());

/** An approval as clients see it. */
export const publicApprovalSchema = z
  .object({
    id: z.string(),
    kind: z.enum(approvalKinds),
    risk: z.enum(risks),
    status: z.enum(approvalStatuses),
    payload: jsonObject,
    schema: jsonObject.optional(),
    session_id: z.string(),
    run_id: z.string(),
    expires_at: z.string(),
    created_at: z.string(),
    resolved_at: z.string().nullable(),
    decision: z
      .object({
        decision: z.enum(decisions),
        by: z.string(),
        reason: z.string().nullable(),
        arguments: jsonObject.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Approval' });
export type PublicApproval = z.infer<typeof publicApprovalSchema>;

export const publicApproval = (approval: Approval): PublicApproval => ({
  id: approval.approval_id,
  kind: approval.about,
  risk: approval.risk,
  status: approval.status,
  payload: approval.payload,
  ...(approval.schema && { schema: approval.schema }),
  session_id: approval.session_id,
  run_id: approval.run_id,
  expires_at: isoTime(approval.open_until),
  created_at: isoTime(approval.created_at),
  resolved_at: approval.resolved_at === undefined ? null : isoTime(approval.resolved_at),
  decision:
    approval.decision === undefined
      ? null
      : {
          decision: approval.decision,
          by: approval.decided_by ?? '',
          reason: approval.reason ?? null,
          arguments: approval.arguments ?? null,
        },
});
