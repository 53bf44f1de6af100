import * as z from 'zod';
import { isoTime } from '../../shared/core/clock.ts';
import { CHARGE_PREFIX, type Charge, chargeSchema, inDollars, listCharges } from '../../shared/limits/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { decodeCursor, encodeCursor, pageOf, pageQuery } from '../routing/page.ts';

const { project_id, purpose, model, outcome, prompt_tokens, completion_tokens, estimated } = chargeSchema.shape;

const callSchema = z.object({
  id: z.string(),
  at: z.string(),
  project_id,
  session_id: z.string().nullable(),
  agent_key: z.string().nullable(),
  purpose,
  model,
  outcome,
  /** Why there is no whole answer. */
  reason: z.string().nullable(),
  prompt_tokens,
  completion_tokens,
  /** The provider did not count, so we did. */
  estimated,
  /** US dollars. */
  cost: z.number(),
  milliseconds: z.number().int(),
  first_word_milliseconds: z.number().int().nullable(),
});

const publicCall = (charge: Charge): z.infer<typeof callSchema> => ({
  id: charge.charge_id,
  at: isoTime(charge.at),
  project_id: charge.project_id,
  session_id: charge.session ?? null,
  agent_key: charge.agent ?? null,
  purpose: charge.purpose,
  model: charge.model,
  outcome: charge.outcome,
  reason: charge.reason ?? null,
  prompt_tokens: charge.prompt_tokens,
  completion_tokens: charge.completion_tokens,
  estimated: charge.estimated,
  cost: inDollars(charge.money),
  milliseconds: charge.milliseconds,
  first_word_milliseconds: charge.first_milliseconds ?? null,
});

export const usageCallOperations = [
  operation({
    method: 'GET',
    path: '/my/usage/calls',
    summary:
      'What each call of a model cost in the last 90 days, newest first. The filter chooses among those of a page.',
    access: 'user',
    query: z.object({ ...pageQuery, session_id: z.string().min(1).max(128).optional() }),
    success: { status: 200, schema: pageOf(callSchema) },
    handle: async ({ scope, query: { limit, cursor, session_id } }) => {
      const after = decodeCursor(cursor, CHARGE_PREFIX);
      const { items, next } = await listCharges(scope, { limit, ...(after && { after }) });
      const wanted = items.filter(({ session }) => session_id === undefined || session === session_id);
      return reply(200, { items: wanted.map(publicCall), next_cursor: encodeCursor(next) });
    },
  }),
];
