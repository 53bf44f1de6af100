import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { Tally } from '../../../../shared/limits/rate/tally.ts';
import { lastMinute, windowAt } from '../../../../shared/limits/rate/window.ts';
import * as table from '../../../../shared/platform/table/writes.ts';
import { rateKeys } from '../../../../shared/store/index.ts';
import { inTable } from '../../../support/in-table.ts';
import { somebody } from '../../budget/month.ts';

/* Requirements: API3. */

inTable();

const LIMIT = 100;
const KINDS = ['all', 'heavy'];
const minutes = () => {
  const { user } = somebody();
  return (minute: number) => rateKeys.minute(user, minute);
};
const BEGINNING = Date.UTC(2026, 10, 18, 9, 15);

/** Requests of one user, so many a second and spread over the containers by chance. */
const burst = async (containers: number, picks: number[], perSecond: number) => {
  const keyAt = minutes();
  const tallies = Array.from({ length: containers }, () => new Tally(keyAt, BEGINNING));
  let admitted = 0;
  for (const [at, pick] of picks.entries()) {
    const now = BEGINNING + Math.floor((at * 1_000) / perSecond);
    const tally = tallies[pick % containers] as Tally;
    await tally.refresh(KINDS, now);
    if (lastMinute(tally.countsOf('all'), now) > LIMIT - 1) continue;
    admitted += 1;
    await tally.add(KINDS, now);
  }
  return admitted;
};

test('one container admits exactly the limit', async () => {
  expect(await burst(1, Array(300).fill(0), 50)).toBe(LIMIT);
});

test('n containers admit at most 11 requests each beyond the limit, and those of one second', async () => {
  const some = fc.record({
    containers: fc.integer({ min: 2, max: 8 }),
    picks: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 400, maxLength: 400 }),
    perSecond: fc.integer({ min: 8, max: 60 }),
  });
  await fc.assert(
    fc.asyncProperty(some, async ({ containers, picks, perSecond }) => {
      const admitted = await burst(containers, picks, perSecond);
      expect(admitted).toBeGreaterThanOrEqual(LIMIT);
      expect(admitted).toBeLessThanOrEqual(LIMIT + 11 * containers + perSecond);
    }),
    { numRuns: 12 },
  );
});

test('a request costs at most a tenth of a write', async () => {
  const update = vi.spyOn(table, 'updateItem');
  const keyAt = minutes();
  const tally = new Tally(keyAt, BEGINNING);
  for (let at = 0; at < 95; at += 1) await tally.add(KINDS, BEGINNING + at);
  expect(update).toHaveBeenCalledTimes(9);
});

test('one container admits exactly the limit in any sixty seconds, also over the turn of a minute', async () => {
  const keyAt = minutes();
  const eve = BEGINNING + 59_000;
  let tally = new Tally(keyAt, eve);
  let admitted = 0;
  // Half a second into the next minute, nothing of the last one has left the sixty seconds.
  for (let at = 0; at < 150; at += 1) {
    const now = eve + at * 10;
    if (tally.window !== windowAt(now)) tally = new Tally(keyAt, now, tally);
    await tally.refresh(KINDS, now);
    if (lastMinute(tally.countsOf('all'), now) > LIMIT - 1) continue;
    admitted += 1;
    await tally.add(KINDS, now);
  }
  expect(admitted).toBe(LIMIT);
});
