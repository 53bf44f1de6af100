import { epochSeconds, MINUTE, SECOND } from '../core/clock.ts';
import { deleteItem, getItem, type Key, putItem, SCHEMA_VERSION } from '../store/index.ts';

/** Failures since the first of them; `until` ends the count, or the lock once the limit is reached. Milliseconds. */
export type Failures = { failures: number; until: number };

const LOCK_DURATION = 15 * MINUTE;

export const isLocked = (state: Failures | undefined, limit: number, now: number): state is Failures =>
  state !== undefined && state.failures >= limit && state.until > now;

/** The count after one more failure. Further attempts do not extend a lock. */
export const afterFailure = (state: Failures | undefined, limit: number, now: number): Failures => {
  if (state === undefined || state.until <= now) return { failures: 1, until: now + LOCK_DURATION };
  if (state.failures >= limit) return state;
  const failures = state.failures + 1;
  return { failures, until: failures >= limit ? now + LOCK_DURATION : state.until };
};

const read = async (key: Key): Promise<Failures | undefined> => {
  const item = await getItem(key);
  return item && { failures: Number(item.failures), until: Number(item.until) };
};

/** Until when this key is locked, if it is. */
export const lockedUntil = async (key: Key, limit: number, now: number): Promise<number | undefined> => {
  const state = await read(key);
  return isLocked(state, limit, now) ? state.until : undefined;
};

const unchanged = '#failures = :failures and #until = :until';

/** Counts a failure. Simultaneous failures are all counted, because each write is conditional on what it read. */
export const countFailure = async (key: Key, limit: number, now: number): Promise<Failures> => {
  for (;;) {
    const state = await read(key);
    const next = afterFailure(state, limit, now);
    if (next === state) return next;
    const item = { ...key, v: SCHEMA_VERSION, ...next, expires_at: epochSeconds(next.until) };
    const condition = state ? { when: unchanged, values: state } : { when: 'attribute_not_exists(#pk)' };
    const outcome = await putItem(item, condition);
    if (outcome.ok) return next;
  }
};

/**
 * Forgets the failures, unless they have locked meanwhile. Decisions about one key are thus totally ordered: a correct
 * guess among many simultaneous ones counts only if fewer than `limit` wrong ones preceded it.
 */
export const forgiveFailures = async (key: Key, limit: number, now: number): Promise<'forgiven' | 'locked'> => {
  const outcome = await deleteItem(key, {
    when: 'attribute_not_exists(#pk) or #failures < :limit or #until <= :now',
    values: { limit, now },
  });
  return outcome.ok ? 'forgiven' : 'locked';
};

/** For `Retry-After`. */
export const secondsUntil = (until: number, now: number): number => Math.max(1, Math.ceil((until - now) / SECOND));
