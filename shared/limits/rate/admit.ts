import { LRUCache } from 'lru-cache';
import { type Clock, systemClock } from '../../core/clock.ts';
import type { Identity } from '../../core/identity.ts';
import { BUILT_IN_TIERS } from '../../core/tiers/built-in.ts';
import { log } from '../../observability/log.ts';
import { outageIn } from '../../platform/outage.ts';
import { type Key, pointerKeys, rateKeys } from '../../store/index.ts';
import { networkHash } from '../network.ts';
import { configuredTiers } from '../tier/configured.ts';
import { DEFAULT_TIER, type Tier, tierNamed } from '../tier/tiers.ts';
import { Tally } from './tally.ts';
import { lastMinute, secondsLeft, secondsUntilAdmitted, windowAt } from './window.ts';

/** Heavy: asks a model, or moves much data. */
export type Weight = 'light' | 'heavy';

/** How one limit stands: its name, requests a minute, how many are left, and the seconds until the minute is over. */
export type RateLimit = { name: string; limit: number; left: number; resets: number };
export type Admission = { limits: RateLimit[]; retryAfter: number | undefined };

type Rule = { name: string; kind: string; limit: number };

/** Every request of the user's. */
const ALL = 'all';

const tallies = new LRUCache<string, Tally>({ max: 5_000 });

/** Somebody who has not signed in. */
export type Visitor = { sourceIp: string };

/**
 * Of one network, a minute: requests of those who have not signed in, to sign in, register or use a mailed link. Enough for
 * a school behind one address.
 */
export const VISITOR_LIMIT = 600;

type Counted = { id: string; keyAt: (minute: number) => Key; rules: Rule[] };

const countedFor = async (who: Identity | Visitor, weight: Weight): Promise<Counted> => {
  if (!('sourceIp' in who)) {
    const rules = rulesFor(who, await tierNow(who.tier), weight);
    return { id: who.scope.userId, keyAt: (minute) => rateKeys.minute(who.scope, minute), rules };
  }
  const network = networkHash(who.sourceIp);
  const keyAt = (minute: number): Key => pointerKeys.requestsFrom(network, minute);
  return { id: network, keyAt, rules: [{ name: 'address', kind: ALL, limit: VISITOR_LIMIT }] };
};

/** What is known of a minute. The next one's begins with what this container had in the one before. */
const tallyOf = ({ id, keyAt }: Counted, now: number): Tally => {
  const known = tallies.get(id);
  if (known?.window === windowAt(now)) return known;
  const fresh = new Tally(keyAt, now, known);
  tallies.set(id, fresh);
  return fresh;
};

/**
 * Admits one more request of a user, or of a network without one, and counts it, or says when to try again. A request that is refused is not counted: it
 * costs no write, and all of a second together at most one read. While the table does not answer, a container goes by what it has seen itself.
 */
export const admitRequest = async (
  who: Identity | Visitor,
  weight: Weight,
  clock: Clock = systemClock,
): Promise<Admission> => {
  const counted = await countedFor(who, weight);
  const { rules } = counted;
  const now = clock.now();
  const tally = tallyOf(counted, now);
  const kinds = rules.map(({ kind }) => kind);
  await orGoOn(() => tally.refresh(kinds, now));
  const broken = rules.filter(({ kind, limit }) => lastMinute(tally.countsOf(kind), now) > limit - 1);
  if (broken.length === 0) await orGoOn(() => tally.add(kinds, now));
  const waits = broken.map(({ kind, limit }) => secondsUntilAdmitted(tally.countsOf(kind), limit, now));
  return {
    limits: rules.map(({ name, kind, limit }) => ({
      name,
      limit,
      left: Math.max(0, Math.floor(limit - lastMinute(tally.countsOf(kind), now))),
      resets: secondsLeft(now),
    })),
    retryAfter: waits.length > 0 ? Math.max(...waits) : undefined,
  };
};

const rulesFor = ({ credential, rateLimit }: Identity, { minute }: Pick<Tier, 'minute'>, weight: Weight): Rule[] => [
  { name: 'user', kind: ALL, limit: minute.requests },
  ...(weight === 'heavy' ? [{ name: 'heavy', kind: 'heavy', limit: minute.heavyRequests }] : []),
  ...(rateLimit === undefined ? [] : [{ name: 'key', kind: credential, limit: rateLimit }]),
];

/** As it is stored; while the table does not answer, as the settings have it. */
const tierNow = async (name: string): Promise<Tier> =>
  (await orGoOn(() => tierNamed(name))) ?? configuredTiers().get(name) ?? BUILT_IN_TIERS[DEFAULT_TIER];

const orGoOn = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (outageIn(error) === undefined) throw error;
    log.warn('rate limits are not shared', { error: error as Error });
    return undefined;
  }
};
