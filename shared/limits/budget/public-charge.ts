import * as z from 'zod';
import { isoTime } from '../../core/clock.ts';
import { inDollars } from '../../core/dollars.ts';
import { type Charge, chargeSchema } from './charge.ts';

const { project_id, purpose, model, outcome, prompt_tokens, completion_tokens, estimated } = chargeSchema.shape;

/** What one call of a model cost, as clients see it. */
export const publicChargeSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    project_id,
    session_id: z.string().nullable(),
    agent_key: z.string().nullable(),
    /** Made with the user's own key of the provider, which costs nothing here. */
    own_key: z.boolean(),
    purpose,
    model,
    outcome,
    /** Why there is no complete answer. */
    reason: z.string().nullable(),
    prompt_tokens,
    completion_tokens,
    /** Of the prompt: read from the provider's cache, and written to it. Null where it did not say. */
    cache_read_tokens: z.number().int().nullable(),
    cache_write_tokens: z.number().int().nullable(),
    /** Of the answer: thoughts. */
    reasoning_tokens: z.number().int().nullable(),
    /** The provider reported no usage, so we counted. */
    estimated,
    /** US dollars. */
    cost: z.number(),
    milliseconds: z.number().int(),
    first_word_milliseconds: z.number().int().nullable(),
  })
  .meta({ id: 'Charge' });
export type PublicCharge = z.infer<typeof publicChargeSchema>;

export const publicCharge = (charge: Charge): PublicCharge => ({
  id: charge.charge_id,
  at: isoTime(charge.at),
  project_id: charge.project_id,
  session_id: charge.session ?? null,
  agent_key: charge.agent ?? null,
  own_key: charge.own_key ?? false,
  purpose: charge.purpose,
  model: charge.model,
  outcome: charge.outcome,
  reason: charge.reason ?? null,
  prompt_tokens: charge.prompt_tokens,
  completion_tokens: charge.completion_tokens,
  cache_read_tokens: charge.cache_read_tokens ?? null,
  cache_write_tokens: charge.cache_write_tokens ?? null,
  reasoning_tokens: charge.reasoning_tokens ?? null,
  estimated: charge.estimated,
  cost: inDollars(charge.money),
  milliseconds: charge.milliseconds,
  first_word_milliseconds: charge.first_milliseconds ?? null,
});
