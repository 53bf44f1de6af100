import * as z from 'zod';
import type { UserScope } from '../core/scope.ts';
import { queryAll, ranges } from '../store/index.ts';

/** What one agent did with one model on one day (UTC). `cost` is in USD. */
export const usageSchema = z.object({
  day: z.string(),
  agent_key: z.string(),
  project_id: z.string(),
  model: z.string(),
  /** Runs. */
  requests: z.number().default(0),
  failed: z.number().default(0),
  /** Calls of models: a run may take several, and some are made without any. */
  calls: z.number().default(0),
  failed_calls: z.number().default(0),
  /** Of all calls together. */
  call_milliseconds: z.number().default(0),
  prompt_tokens: z.number().default(0),
  completion_tokens: z.number().default(0),
  cost: z.number().default(0),
});
export type Usage = z.infer<typeof usageSchema>;

/** The figures of the days from `since` to `until`, both included, oldest first. Days are `2026-11-21`. */
export const listUsage = async (
  user: UserScope,
  { since, until }: { since: string; until: string },
): Promise<Usage[]> => {
  const found: Usage[] = [];
  for await (const item of queryAll(ranges.usage(user, { since, until }))) {
    found.push(usageSchema.parse(item));
  }
  return found;
};
