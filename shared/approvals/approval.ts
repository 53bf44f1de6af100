import * as z from 'zod';
import { MINUTE } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { due, getItem, type Item, projectKeys, SCHEMA_VERSION, type StoredItem } from '../store/index.ts';

/** How long a person has to decide; they are warned one minute before the end. */
export const APPROVAL_TIMEOUT = 5 * MINUTE;
export const WARNING_BEFORE_EXPIRY = MINUTE;

export const risks = ['low', 'medium', 'high'] as const;
export type Risk = (typeof risks)[number];

export const approvalStatuses = ['pending', 'approved', 'rejected', 'expired', 'closed'] as const;
export const approvalKinds = ['tool', 'unknown_outcome', 'question', 'plan'] as const;
export const decisions = ['approve', 'reject', 'edit'] as const;

const approvalSchema = z.object({
  user_id: z.string(),
  project_id: z.string(),
  session_id: z.string(),
  run_id: z.string(),
  approval_id: z.string(),
  about: z.enum(approvalKinds),
  /** Of everything but a plan: the task that waits, its agent, and at which step. */
  task_id: z.string().default(''),
  agent_key: z.string().default(''),
  step: z.number().int().default(0),
  /** Of a plan: the round that was drawn up. */
  round: z.number().int().optional(),
  risk: z.enum(risks),
  status: z.enum(approvalStatuses),
  /** What would be done, with actual values, for the person who decides. */
  payload: z.record(z.string(), z.unknown()),
  /** JSON schema of the arguments, where they may be edited. */
  schema: z.record(z.string(), z.unknown()).optional(),
  /** Of the tool, as it was defined when the person was asked. */
  definition: z.string().optional(),
  /** What a remembered permission would cover. */
  permission: z.string().optional(),
  open_until: z.number(),
  warned: z.boolean(),
  created_at: z.number(),
  resolved_at: z.number().optional(),
  decided_by: z.string().optional(),
  decision: z.enum(decisions).optional(),
  reason: z.string().optional(),
  arguments: z.record(z.string(), z.unknown()).optional(),
});
export type Approval = z.infer<typeof approvalSchema>;

export const readApproval = (item: Item): Approval => approvalSchema.parse(item);

export const findApproval = async (project: ProjectScope, id: string): Promise<Approval | undefined> => {
  const item = await getItem(projectKeys.approval(project, id));
  return item && readApproval(item);
};

/** A new approval is due at its warning, in case its timer is lost. */
export const approvalItem = (project: ProjectScope, approval: Approval): StoredItem => {
  const key = projectKeys.approval(project, approval.approval_id);
  return {
    ...key,
    v: SCHEMA_VERSION,
    kind: 'approval',
    ...approval,
    ...due(key, approval.open_until - WARNING_BEFORE_EXPIRY),
  };
};
