import { type Clock, systemClock } from '../../shared/core/clock.ts';
import { TooManyRequests } from '../../shared/core/errors.ts';
import type { Identity } from '../../shared/core/identity.ts';
import { type Admission, admitRequest, type RateLimit, type Weight } from '../../shared/limits/index.ts';
import { exchangeOf, operationOf, type RestMiddleware } from '../routing/exchange.ts';

export type Admit = (identity: Identity, weight: Weight, clock: Clock) => Promise<Admission>;

/** Seconds that a limit counts. */
const WINDOW_SECONDS = 60;

/** Admits as many requests as a person and their key may make in a minute, and tells in each answer how many are left. */
export const rateLimit = (clock: Clock = systemClock, admit: Admit = admitRequest): RestMiddleware => ({
  before: async ({ event }) => {
    const exchange = exchangeOf(event);
    const { identity, replyHeaders } = exchange;
    if (!identity) return;
    const { limits, retryAfter } = await admit(identity, operationOf(exchange).weight, clock);
    Object.assign(replyHeaders, rateLimitFields(limits));
    if (retryAfter !== undefined) throw new TooManyRequests('Too many requests in a minute.', { retryAfter });
  },
});

/**
 * Quotas and how they stand, as structured fields: `"user";q=100;w=60` and `"user";r=42;t=17`.
 * Source: https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-10
 */
const rateLimitFields = (limits: readonly RateLimit[]): Record<string, string> => ({
  'ratelimit-policy': limits.map(({ name, limit }) => `"${name}";q=${limit};w=${WINDOW_SECONDS}`).join(', '),
  ratelimit: limits.map(({ name, left, resets }) => `"${name}";r=${left};t=${resets}`).join(', '),
});
