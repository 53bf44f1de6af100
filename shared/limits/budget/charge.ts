import * as z from 'zod';
import { DAY, epochSeconds } from '../../core/clock.ts';
import type { UserScope } from '../../core/scope.ts';
import {
  type Item,
  type Page,
  queryFiltered,
  ranges,
  SCHEMA_VERSION,
  userKeys,
  type Write,
} from '../../store/index.ts';
import type { Amount } from './amount.ts';
import type { Reservation } from './item.ts';

/** The outcome and cost of a call. */
export type Spending = Amount & {
  /** `failed`: no answer. `cut`: a partial one. `abandoned`: its worker died, and the prompt is charged. */
  outcome: 'answered' | 'failed' | 'cut' | 'abandoned';
  /** The model that answered, where one did. */
  model: string;
  promptTokens: number;
  completionTokens: number;
  /** Parts of the two, where the provider told them. */
  cacheReadTokens?: number;
  cacheWriteTokens?: number;
  reasoningTokens?: number;
  /** The provider reported no usage, so we counted. */
  estimated: boolean;
  /** From the reservation to the end. */
  milliseconds: number;
  /** To the first word. */
  firstMilliseconds?: number;
  /** Why there is no complete answer. */
  reason?: string;
};

const count = z.number().int();

/** What one call cost, and whose it was; never its content. */
export const chargeSchema = z.object({
  charge_id: z.string(),
  project_id: z.string(),
  agent: z.string().optional(),
  session: z.string().optional(),
  /** It was made with the user's own key of the provider, and counted nothing against the month. */
  own_key: z.literal(true).optional(),
  purpose: z.string(),
  model: z.string(),
  outcome: z.enum(['answered', 'failed', 'cut', 'abandoned']),
  reason: z.string().optional(),
  prompt_tokens: count,
  completion_tokens: count,
  cache_read_tokens: count.optional(),
  cache_write_tokens: count.optional(),
  reasoning_tokens: count.optional(),
  estimated: z.boolean(),
  /** Billionths of a US dollar. */
  money: count,
  tokens: count,
  requests: count,
  milliseconds: count,
  first_milliseconds: count.optional(),
  at: count,
});
export type Charge = z.infer<typeof chargeSchema>;

const CHARGE_RETENTION = 90 * DAY;

const chargeOf = ({ project, open }: Reservation, spending: Spending, now: number): Charge => ({
  charge_id: open.charge,
  project_id: project.projectId,
  ...(open.agent !== undefined && { agent: open.agent }),
  ...(open.session !== undefined && { session: open.session }),
  ...(open.own_key && { own_key: open.own_key }),
  purpose: open.purpose,
  model: spending.model,
  outcome: spending.outcome,
  ...(spending.reason !== undefined && { reason: spending.reason }),
  prompt_tokens: spending.promptTokens,
  completion_tokens: spending.completionTokens,
  ...(spending.cacheReadTokens !== undefined && { cache_read_tokens: spending.cacheReadTokens }),
  ...(spending.cacheWriteTokens !== undefined && { cache_write_tokens: spending.cacheWriteTokens }),
  ...(spending.reasoningTokens !== undefined && { reasoning_tokens: spending.reasoningTokens }),
  estimated: spending.estimated,
  money: spending.money,
  tokens: spending.tokens,
  requests: spending.requests,
  milliseconds: spending.milliseconds,
  ...(spending.firstMilliseconds !== undefined && { first_milliseconds: spending.firstMilliseconds }),
  at: now,
});

/** The record of a call. `instead`: replaces the record of a call that was presumed abandoned. */
export const chargeWrite = (
  reservation: Reservation,
  spending: Spending,
  { now, instead = false }: { now: number; instead?: boolean | undefined },
): Write => ({
  put: {
    ...userKeys.charge(reservation.project.user, reservation.open.charge),
    v: SCHEMA_VERSION,
    ...chargeOf(reservation, spending, now),
    expires_at: epochSeconds(now + CHARGE_RETENTION),
  },
  ...(instead
    ? { when: '#outcome = :abandoned', values: { abandoned: 'abandoned' } }
    : { when: 'attribute_not_exists(#pk)' }),
});

export const readCharge = (item: Item): Charge => chargeSchema.parse(item);

/**
 * What a person's calls cost, newest first unless asked otherwise. The session filter holds over the whole list; `after` and `next` are sort
 * keys.
 */
export const listCharges = async (
  user: UserScope,
  { session, ...page }: { limit: number; after?: string; newestFirst?: boolean; session?: string },
): Promise<Page<Charge>> =>
  queryFiltered({ ...ranges.charges(user), newestFirst: true, ...page }, (items) =>
    items.map(readCharge).map((charge) => (session === undefined || charge.session === session ? charge : undefined)),
  );
