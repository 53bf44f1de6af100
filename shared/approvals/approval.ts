import * as z from 'zod';
import { MINUTE } from '../core/clock.ts';
import { parseExact } from '../core/json/exact.ts';
import type { ProjectScope } from '../core/scope.ts';
import { due, getItem, type Item, projectKeys, SCHEMA_VERSION, type StoredItem } from '../store/index.ts';
import { risks } from '../tools/index.ts';

/** How long a person has to decide; they are warned one minute before the end. */
export const APPROVAL_TIMEOUT = 5 * MINUTE;
export const WARNING_BEFORE_EXPIRY = MINUTE;

export const approvalStatuses = ['pending', 'approved', 'rejected', 'expired', 'closed'] as const;
export const approvalKinds = ['tool', 'unknown_outcome', 'question', 'plan', 'proposal'] as const;
export const decisions = ['approve', 'reject', 'edit'] as const;

/**
 * Arguments, and schemas that servers wrote, hold numbers, names and depths that the table would change or refuse, so they are
 * stored as text. Items of before hold the objects themselves. A record would drop the name `__proto__` from what was read.
 */
const storedJson = z.union([
  z.string().transform((text) => parseExact(text) as Record<string, unknown>),
  z.record(z.string(), z.unknown()),
]);

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
  payload: storedJson,
  /** JSON schema of the arguments, where they may be edited. */
  schema: storedJson.optional(),
  /** Of the tool, as it was defined when the person was asked. */
  definition: z.string().optional(),
  /** Whether the decision may be remembered, if what is decided has no high risk: no policy wants to ask each time. */
  rememberable: z.boolean().optional(),
  open_until: z.number(),
  warned: z.boolean(),
  created_at: z.number(),
  resolved_at: z.number().optional(),
  decided_by: z.string().optional(),
  decision: z.enum(decisions).optional(),
  reason: z.string().optional(),
  arguments: storedJson.optional(),
});
export type Approval = z.infer<typeof approvalSchema>;

/** Items of before name the permission that was proposed, where there could be one. */
export const readApproval = (item: Item): Approval =>
  approvalSchema.parse({ rememberable: item.permission !== undefined, ...item });

export const findApproval = async (project: ProjectScope, id: string): Promise<Approval | undefined> => {
  const item = await getItem(projectKeys.approval(project, id));
  return item && readApproval(item);
};

/** A new approval is due at its warning, in case its timer is lost. */
export const approvalItem = (project: ProjectScope, approval: Approval): StoredItem => {
  const key = projectKeys.approval(project, approval.approval_id);
  const { payload, schema, ...facts } = approval;
  return {
    ...key,
    v: SCHEMA_VERSION,
    kind: 'approval',
    ...facts,
    payload: JSON.stringify(payload),
    ...(schema && { schema: JSON.stringify(schema) }),
    ...due(key, approval.open_until - WARNING_BEFORE_EXPIRY),
  };
};
