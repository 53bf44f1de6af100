import { epochSeconds, MINUTE } from '../core/clock.ts';
import { sha256 } from '../core/digest.ts';
import { TooManyRequests } from '../core/errors.ts';
import { pointerKeys, putItem, SCHEMA_VERSION, updateItem } from '../store/index.ts';
import { secondsUntil } from './failures.ts';

/**
 * Of one network address, whether they succeed or not: each costs the work of hashing a password, and tells whether
 * somebody has the e-mail address. Enough for a class or an office behind one address.
 */
export const REGISTRATION_LIMIT = 100;
const WINDOW = 15 * MINUTE;

const within = '#until > :now and #count < :limit';
const over = 'attribute_not_exists(#pk) or #until <= :now';

/** Counts an attempt to register, or refuses it with 429 once its address has made too many. */
export const admitRegistration = async (sourceIp: string, now: number): Promise<void> => {
  const key = pointerKeys.registrations(sha256(`address:${sourceIp}`));
  const until = now + WINDOW;
  for (;;) {
    const counted = await updateItem(key, 'add #count :one', {
      when: within,
      values: { now, limit: REGISTRATION_LIMIT, one: 1 },
    });
    if (counted.ok) return;
    const standing = Number(counted.items[0]?.until ?? 0);
    if (standing > now) {
      throw new TooManyRequests('Too many registrations from this address.', {
        retryAfter: secondsUntil(standing, now),
      });
    }
    const first = { ...key, v: SCHEMA_VERSION, count: 1, until, expires_at: epochSeconds(until) };
    if ((await putItem(first, { when: over, values: { now } })).ok) return;
  }
};
