import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../../../../shared/core/ids.ts';
import { admitAttempt } from '../../../../shared/limits/admission.ts';
import { attemptFailed, countAttempt, forgiveAttempts, giveBackAttempt } from '../../../../shared/limits/attempts.ts';
import { admitSignIn, signInSucceeded } from '../../../../shared/limits/index.ts';
import { pointerKeys } from '../../../../shared/store/index.ts';
import { inTable } from '../../../support/in-table.ts';

/* Requirements: ID6. */

inTable();

const NOW = 1_000;
const LIMIT = 5;
const something = () => pointerKeys.signIn(newId('run'));

describe('attempts that are judged', () => {
  test('forty right sign-ins at once of one account and network are all admitted', async () => {
    const alice = { emailHash: newId('run'), sourceIp: newId('run') };
    const signIn = async (): Promise<void> => {
      await admitSignIn(alice, NOW);
      await signInSucceeded(alice);
    };
    await expect(Promise.all(Array.from({ length: 40 }, signIn))).resolves.toHaveLength(40);
  });

  test('an attempt waits for those that are being judged, and is refused when they fail', async () => {
    const key = something();
    for (let time = 0; time < LIMIT; time += 1) await countAttempt(key, LIMIT, NOW);
    const waiting = admitAttempt(key, { limit: LIMIT, now: NOW });
    for (let time = 0; time < LIMIT; time += 1) await attemptFailed(key, LIMIT, NOW);
    expect(await waiting).toEqual({ kind: 'locked', until: expect.any(Number) });
  });

  test('an attempt waits for those that are being judged, and is admitted when one is right', async () => {
    const key = something();
    for (let time = 0; time < LIMIT; time += 1) await countAttempt(key, LIMIT, NOW);
    const waiting = admitAttempt(key, { limit: LIMIT, now: NOW });
    await giveBackAttempt(key);
    expect(await waiting).toBeUndefined();
  });

  test('an attempt that waits in vain is told to come again, not that somebody failed', async () => {
    const key = something();
    for (let time = 0; time < LIMIT; time += 1) await countAttempt(key, LIMIT, NOW);
    expect(await admitAttempt(key, { limit: LIMIT, now: NOW, asks: 2 })).toEqual({ kind: 'undecided' });
  });

  test('forgiving leaves the attempts counted that are not judged yet', async () => {
    const key = something();
    for (let time = 0; time < LIMIT; time += 1) await countAttempt(key, LIMIT, NOW);
    await attemptFailed(key, LIMIT, NOW);
    await forgiveAttempts(key);
    expect(await countAttempt(key, LIMIT, NOW)).toBeUndefined();
    expect(await countAttempt(key, LIMIT, NOW)).toBeUndefined();
    expect(await countAttempt(key, LIMIT, NOW)).toBeDefined();
  });

  test('whatever is right and wrong at once, no right one is refused while fewer fail than the limit, and never more than the limit are looked at in vain', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 24 }), async (rights) => {
        const key = something();
        const outcomes = await Promise.all(
          rights.map(async (right) => {
            const refused = await admitAttempt(key, { limit: LIMIT, now: NOW });
            if (refused) return { right, refused };
            await (right ? giveBackAttempt(key) : attemptFailed(key, LIMIT, NOW));
            return { right, refused: undefined };
          }),
        );
        const wrong = outcomes.filter(({ right, refused }) => !right && !refused).length;
        expect(wrong).toBeLessThanOrEqual(LIMIT);
        expect(wrong).toBe(Math.min(LIMIT, rights.filter((right) => !right).length));
        if (wrong < LIMIT) expect(outcomes.filter(({ refused }) => refused)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
