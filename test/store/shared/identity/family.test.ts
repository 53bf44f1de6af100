import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newUserId } from '../../../../shared/core/ids.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { endFamily, rotate } from '../../../../shared/identity/family.ts';
import type { RefreshToken } from '../../../../shared/identity/refresh-token.ts';
import { startFamily } from '../../../support/families.ts';
import { inTable } from '../../../support/in-table.ts';

/* Requirements: ID1. */

inTable();

const GRACE = 10_000;

/** Somebody shows one of the tokens given out so far, some time after the last attempt. */
const attempt = fc.record({ back: fc.nat(3), pause: fc.oneof(fc.nat(GRACE), fc.nat(10 * GRACE)) });

describe('a family of refresh tokens', () => {
  test('a refresh family advances by its newest token alone, repeats the successor for ten seconds, and takes any other token for a theft', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { maxLength: 12 }), async (attempts) => {
        const user = authenticated({ userId: newUserId() });
        let now = 1_000_000;
        let movedAt = now;
        const given: RefreshToken[] = [await startFamily(user, now)];
        for (const { back, pause } of attempts) {
          now += pause;
          const shown = given.at(Math.max(0, given.length - 1 - back) - given.length) as RefreshToken;
          const behind = given.length - 1 - shown.generation;
          const rotation = await rotate(user, shown, now);
          if (behind === 0) {
            expect(rotation).toMatchObject({ kind: 'rotated', token: { generation: shown.generation + 1 } });
            if (rotation.kind === 'rotated') given.push(rotation.token);
            movedAt = now;
          } else if (behind === 1 && now - movedAt <= GRACE) {
            expect(rotation).toEqual({ kind: 'rotated', token: given.at(-1) });
          } else {
            expect(rotation).toEqual({ kind: 'reused' });
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('a refresh family advances once however many requests show its newest token at the same time', async () => {
    const user = authenticated({ userId: newUserId() });
    const first = await startFamily(user, 0);
    const rotations = await Promise.all(Array.from({ length: 8 }, () => rotate(user, first, 1)));
    expect(new Set(rotations.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(rotations[0]).toMatchObject({ kind: 'rotated', token: { generation: 1 } });
  });

  test('a refresh family accepts none of its tokens once it has ended', async () => {
    const user = authenticated({ userId: newUserId() });
    const first = await startFamily(user, 0);
    await endFamily(user, first.family);
    expect(await rotate(user, first, 1)).toEqual({ kind: 'unknown' });
  });

  test('a refresh family of another user is unknown', async () => {
    const first = await startFamily(authenticated({ userId: newUserId() }), 0);
    expect(await rotate(authenticated({ userId: newUserId() }), first, 1)).toEqual({ kind: 'unknown' });
  });
});
