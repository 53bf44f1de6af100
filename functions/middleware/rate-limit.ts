import { type Clock, systemClock } from '../../shared/core/clock.ts';
import { TooManyRequests } from '../../shared/core/errors.ts';
import type { Identity } from '../../shared/core/identity.ts';
import { type Admission, admitRequest, type RateLimit, type Visitor, type Weight } from '../../shared/limits/index.ts';
import { type Exchange, exchangeOf, operationOf, type RestMiddleware } from '../routing/exchange.ts';

export type Admit = (who: Identity | Visitor, weight: Weight, clock: Clock) => Promise<Admission>;

/** Seconds that a limit counts. */
const WINDOW_SECONDS = 60;

/**
 * Admits as many requests as a person and their key may make in a minute, and tells in each answer how many are left. Those who
 * have not signed in, but are about to, are counted by the network they come from.
 */
export const rateLimit = (clock: Clock = systemClock, admit: Admit = admitRequest): RestMiddleware => ({
  before: async ({ event }) => {
    const exchange = exchangeOf(event);
    const who = exchange.identity ?? visitorOf(exchange, event.requestContext.identity?.sourceIp);
    if (!who) return;
    const { replyHeaders } = exchange;
    const { limits, retryAfter } = await admit(who, operationOf(exchange).weight, clock);
    Object.assign(replyHeaders, rateLimitFields(limits));
    if (retryAfter !== undefined) throw new TooManyRequests('Too many requests in a minute.', { retryAfter });
  },
});

/** Whatever is only read without a sign-in is the same for everybody, and costs less than counting it. */
const visitorOf = (exchange: Exchange, sourceIp = ''): Visitor | undefined => {
  // A preflight is answered by now, and no operation's.
  const { access, method } = exchange.operation ?? {};
  return access === 'public' && method !== 'GET' ? { sourceIp } : undefined;
};

/**
 * Quotas and how they stand, as structured fields: `"user";q=100;w=60` and `"user";r=42;t=17`.
 * Source: https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-10
 */
const rateLimitFields = (limits: readonly RateLimit[]): Record<string, string> => ({
  'ratelimit-policy': limits.map(({ name, limit }) => `"${name}";q=${limit};w=${WINDOW_SECONDS}`).join(', '),
  ratelimit: limits.map(({ name, left, resets }) => `"${name}";r=${left};t=${resets}`).join(', '),
});
