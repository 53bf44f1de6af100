import { epochSeconds, MINUTE, SECOND } from '../core/clock.ts';
import { deleteItem, type Item, type Key, putItem, SCHEMA_VERSION, updateItem } from '../store/index.ts';

/**
 * Attempts at one thing within a window. Each is counted before it is judged, so that of any number at the same time no more
 * than the limit are; one that succeeds is given back. `failures` counts the failed and the pending, `pending` those that
 * are not judged yet: `./admission.ts` waits for them.
 */
const LOCK_DURATION = 15 * MINUTE;

const withinLimit = '#until > :now and (attribute_not_exists(#failures) or #failures < :limit)';
const noneCounted = 'attribute_not_exists(#pk) or #until <= :now';

/** Counts one more attempt; or, where there were too many, tells until when none is admitted, in milliseconds. */
export const countAttempt = async (key: Key, limit: number, now: number): Promise<number | undefined> => {
  for (;;) {
    const counted = await updateItem(key, 'add #failures :one, #pending :one', {
      when: withinLimit,
      values: { now, limit, one: 1 },
    });
    if (counted.ok) return undefined;
    const standing = Number(counted.items[0]?.until ?? 0);
    if (standing > now) return standing;
    const until = now + LOCK_DURATION;
    const first = { ...key, v: SCHEMA_VERSION, failures: 1, pending: 1, until, expires_at: epochSeconds(until) };
    if ((await putItem(first, { when: noneCounted, values: { now } })).ok) return undefined;
  }
};

const isPending = '#pending > :none';
const isLocked = '#failures >= :limit and #until > :now';

/** How many of the counted attempts have failed. */
export const failuresIn = (item: Item): number => Number(item.failures) - Number(item.pending ?? 0);

/** An attempt failed. The one that reaches the limit locks for a whole window from now; an attempt that is refused never does. */
export const attemptFailed = async (key: Key, limit: number, now: number): Promise<void> => {
  const judged = await updateItem(key, 'add #pending :less', { when: isPending, values: { less: -1, none: 0 } });
  if (!judged.ok || failuresIn(judged.item) < limit) return;
  const until = now + LOCK_DURATION;
  await updateItem(key, 'set #until = :until, #expires_at = :expires_at', {
    when: isLocked,
    values: { limit, now, until, expires_at: epochSeconds(until) },
  });
};

/** An attempt succeeded: it takes no place among those of others. */
export const giveBackAttempt = async (key: Key): Promise<void> => {
  await updateItem(key, 'add #failures :less, #pending :less', {
    when: `#failures > :none and ${isPending}`,
    values: { less: -1, none: 0 },
  });
};

/** An attempt succeeded, and those that failed before it are forgiven. The ones that are not judged yet go on counting. */
export const forgiveAttempts = async (key: Key): Promise<void> => {
  await updateItem(key, 'set #failures = #pending - :one, #pending = #pending - :one', {
    when: isPending,
    values: { one: 1, none: 0 },
  });
};

/** All attempts are forgotten. */
export const forgetAttempts = async (key: Key): Promise<void> => {
  await deleteItem(key);
};

/** For `Retry-After`. */
export const secondsUntil = (until: number, now: number): number => Math.max(1, Math.ceil((until - now) / SECOND));
