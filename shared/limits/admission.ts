import { fullJitter, pause } from '../core/jitter.ts';
import { getItem, type Key } from '../store/index.ts';
import { countAttempt, failuresIn } from './attempts.ts';

/** `undecided`: nobody failed too often, only too many are being judged at the moment. */
export type Refusal = { kind: 'locked'; until: number } | { kind: 'undecided' };

/**
 * How often an attempt asks again while others are being judged, a fifth of a second apart on average: about eight seconds,
 * within the fifteen of the function that signs people in. A password takes a quarter of a second.
 */
const ASKS = 40;
const BETWEEN = { base: 400, cap: 400 };
const FIRST = 1;

/**
 * Counts an attempt, or refuses it. Right ones are not kept out by each other: where the places are taken by attempts that
 * are not judged yet, it waits for their outcome, so that no more than the limit are looked at before their failures count.
 *
 *     five guesses      counted ──────── wrong, locked
 *     the sixth         no place, waits ────────────── refused
 *     five sign-ins     counted ──────── right, given back
 *     the sixth         no place, waits ────────────────── counted
 */
export const admitAttempt = async (
  key: Key,
  { limit, now, asks = ASKS }: { limit: number; now: number; asks?: number },
): Promise<Refusal | undefined> => {
  for (let ask = FIRST; ; ask += 1) {
    const until = await countAttempt(key, limit, now);
    if (until === undefined) return undefined;
    const standing = await getItem(key);
    if (standing && failuresIn(standing) >= limit) return { kind: 'locked', until };
    if (ask >= asks) return { kind: 'undecided' };
    await pause(fullJitter(ask, BETWEEN));
  }
};
