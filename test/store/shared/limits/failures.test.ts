import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalDynamoDb } from '../../../../infra/local/services/dynamodb/server.ts';
import {
  afterFailure,
  countFailure,
  type Failures,
  forgiveFailures,
  isLocked,
} from '../../../../shared/limits/failures.ts';
import { pointerKeys } from '../../../../shared/store/index.ts';
import { startTestTable } from '../../../support/table.ts';

/* Requirements: ID6. */

const LIMIT = 5;
const WINDOW = 15 * 60_000;

describe('counting failures', () => {
  test('failures lock at the limit, for a window from the last failure', () => {
    let state: Failures | undefined;
    for (const now of [0, 1_000, 2_000, 3_000, 4_000]) {
      expect(isLocked(state, LIMIT, now)).toBe(false);
      state = afterFailure(state, LIMIT, now);
    }
    expect(state).toEqual({ failures: 5, until: 4_000 + WINDOW });
    expect(isLocked(state, LIMIT, 3_999 + WINDOW)).toBe(true);
    expect(isLocked(state, LIMIT, 4_000 + WINDOW)).toBe(false);
  });

  test('failures never exceed the limit within a window, and never make a lock longer', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(WINDOW / 4), { maxLength: 60 }), (pauses) => {
        let [now, state, through] = [0, undefined as Failures | undefined, [] as number[]];
        for (const pause of pauses) {
          now += pause;
          if (isLocked(state, LIMIT, now)) {
            expect(afterFailure(state, LIMIT, now)).toBe(state);
            continue;
          }
          state = afterFailure(state, LIMIT, now);
          through.push(now);
          const counted = state.failures;
          expect(counted).toBeGreaterThanOrEqual(1);
          expect(counted).toBeLessThanOrEqual(LIMIT);
        }
        // Two fixed windows can meet inside one that slides over them, so twice the limit less one is the bound.
        for (const end of through) {
          const inside = through.filter((at) => at <= end && at > end - WINDOW);
          expect(inside.length).toBeLessThan(2 * LIMIT);
        }
      }),
    );
  });
});

describe('the stored count', () => {
  let table: LocalDynamoDb;
  beforeAll(async () => {
    table = await startTestTable();
  });
  afterAll(() => table.stop());

  test('the stored count misses none of several simultaneous failures', async () => {
    const key = pointerKeys.signIn('simultaneous');
    await Promise.all(Array.from({ length: 4 }, () => countFailure(key, LIMIT, 1_000)));
    expect(await countFailure(key, LIMIT, 1_000)).toEqual({ failures: 5, until: 1_000 + WINDOW });
  });

  test('the stored count is cleared by a success, but not once it has locked', async () => {
    const key = pointerKeys.signIn('forgiven');
    expect(await forgiveFailures(key, LIMIT, 0)).toBe('forgiven');
    for (let time = 0; time < 4; time += 1) await countFailure(key, LIMIT, 0);
    expect(await forgiveFailures(key, LIMIT, 0)).toBe('forgiven');
    for (let time = 0; time < 5; time += 1) await countFailure(key, LIMIT, 0);
    expect(await forgiveFailures(key, LIMIT, WINDOW - 1)).toBe('locked');
    expect(await forgiveFailures(key, LIMIT, WINDOW)).toBe('forgiven');
  });
});
