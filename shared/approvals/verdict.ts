import * as z from 'zod';
import { isDeeperThan, MAX_ARGUMENTS_DEPTH } from '../core/json/bounds.ts';
import { nativeOf } from '../core/json/exact.ts';
import { wordsSchema } from '../core/words.ts';
import { decisions } from './approval.ts';

const reason = wordsSchema(2_000).optional();

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * As they were written (`parseExact`), where a number may be an object. A record would drop the name `__proto__`, so this only
 * looks at them.
 */
const editedArguments = z
  .unknown()
  .refine((value) => isObject(nativeOf(value)), { error: 'Must be an object.', abort: true })
  .refine(
    (value) => !isDeeperThan(MAX_ARGUMENTS_DEPTH, nativeOf(value)),
    `Must be nested at most ${MAX_ARGUMENTS_DEPTH} levels deep.`,
  )
  .meta({ type: 'object', additionalProperties: {} })
  .transform((value) => value as Record<string, unknown>);

/**
 * A person's decision, the same over every transport; spread into each transport's schema. Only an authenticated call makes
 * one: nothing a model writes is ever read as a decision.
 */
export const verdictInput = {
  decision: z.enum(decisions),
  reason,
  arguments: editedArguments.optional(),
  /** Do not ask again for this agent, tool, host and method. */
  remember: z.boolean().optional(),
};

/** Of several approvals at once: none of them can be edited. */
export const batchVerdictInput = { decision: z.enum(['approve', 'reject']), reason };

const verdictSchema = z.object(verdictInput);
export type Verdict = z.infer<typeof verdictSchema>;
