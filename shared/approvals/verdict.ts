import * as z from 'zod';
import { storableObject } from '../core/storable.ts';
import { decisions } from './approval.ts';

const reason = z.string().trim().min(1).max(2_000).optional();

/**
 * A person's decision, the same over every transport; spread into each transport's schema. Only an authenticated call makes
 * one: nothing a model writes is ever read as a decision.
 */
export const verdictInput = {
  decision: z.enum(decisions),
  reason,
  arguments: storableObject.optional(),
  /** Do not ask again for this agent, tool, host and method. */
  remember: z.boolean().optional(),
};

/** Of several approvals at once: none of them can be edited. */
export const batchVerdictInput = { decision: z.enum(['approve', 'reject']), reason };

const verdictSchema = z.object(verdictInput);
export type Verdict = z.infer<typeof verdictSchema>;
