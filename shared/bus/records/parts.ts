import * as z from 'zod';

/*
 * The stored facts the bus moves. A task is in exactly one state; the counters of its agent's lane are exact sums over
 * those states, changed in the same transaction.
 */

export const owner = { user_id: z.string(), project_id: z.string() };

/** What a task or a run has used of models; `cost` in USD. */
export const usageSchema = z
  .object({
    model: z.string(),
    prompt_tokens: z.number(),
    completion_tokens: z.number(),
    /** Of the prompt: read from the provider's cache, and written to it; of the answer: thoughts. Absent where not told. */
    cache_read_tokens: z.number().optional(),
    cache_write_tokens: z.number().optional(),
    reasoning_tokens: z.number().optional(),
    cost: z.number().optional(),
  })
  .meta({ id: 'RunUsage' });

export const runErrorSchema = z.object({ error_code: z.string(), detail: z.string() }).meta({ id: 'RunError' });
