import { epochSeconds, MINUTE, SECOND } from '../../core/clock.ts';
import { beganAt } from '../../core/ids.ts';
import type { UserScope } from '../../core/scope.ts';
import { type Item, SCHEMA_VERSION, userKeys, type Write } from '../../store/index.ts';

/**
 * Ends all sign-ins of a person at once, however many there are: those that began up to a moment, told by the time in a
 * family's id. It is kept twice, in one transaction: with the credentials, for refreshing, and for a quarter of an hour in
 * the deny-list, for the access tokens.
 */
export type Cutoff = { before: number; spared: string | undefined };

/** By as much clocks may differ. A sign-in after the cut is dated behind it. */
const TOLERANCE = 10 * SECOND;

export const cutoffAt = (now: number, spared?: string): Cutoff => ({ before: now + TOLERANCE, spared });

/** When a sign-in has to be dated that is no victim of the last cut. */
export const beginsAfter = (endedBefore: number | undefined, now: number): number =>
  Math.max(now, (endedBefore ?? 0) + 1);

/** The cut that an entry of the deny-list tells. */
export const cutoffIn = ({ before, spared }: Item): Cutoff => ({
  before: Number(before),
  spared: typeof spared === 'string' ? spared : undefined,
});

export const isCutOff = (family: string, { before, spared }: Cutoff): boolean => {
  const began = beganAt(family);
  return began !== undefined && began <= before && family !== spared;
};

/** The entry of the deny-list, which outlives the tokens it denies by a minute. */
export const denial = (
  user: UserScope,
  { before, spared }: Cutoff,
  { now, tokenAge }: { now: number; tokenAge: number },
): Write => ({
  put: {
    ...userKeys.endedSignIns(user),
    v: SCHEMA_VERSION,
    before,
    ...(spared !== undefined && { spared }),
    expires_at: epochSeconds(now + tokenAge + MINUTE),
  },
});

/** For the update of the credentials, with the values it names. */
export const cut = ({ before, spared }: Cutoff): { set: string; remove: string; values: Record<string, unknown> } =>
  spared === undefined
    ? { set: '#ended_before = :before', remove: ' remove #spared', values: { before } }
    : { set: '#ended_before = :before, #spared = :spared', remove: '', values: { before, spared } };
