import { expect, test } from 'vitest';
import { admitRequest, VISITOR_LIMIT } from '../../../../shared/limits/index.ts';
import { inTable } from '../../../support/in-table.ts';

/* Requirements: API3. */

inTable();

const BEGINNING = Date.UTC(2026, 10, 18, 9, 15);

const ask = (sourceIp: string, now = BEGINNING) => admitRequest({ sourceIp }, 'light', { now: () => now });

test('a network may ask so often in a minute without a sign-in, whichever of its addresses asks', async () => {
  const first = await ask('2001:db8:1:2::1');
  expect(first).toMatchObject({ limits: [{ name: 'address', limit: VISITOR_LIMIT, left: VISITOR_LIMIT - 1 }] });
  for (let at = 1; at < VISITOR_LIMIT; at += 1) {
    expect((await ask(`2001:db8:1:2::${(at % 9) + 1}`)).retryAfter).toBeUndefined();
  }
  const refused = await ask('2001:db8:1:2::abc');
  expect(refused.limits).toMatchObject([{ left: 0 }]);
  expect(refused.retryAfter).toBeGreaterThanOrEqual(1);
  expect((await ask('2001:db8:1:3::1')).retryAfter).toBeUndefined();
  expect((await ask('2001:db8:1:2::1', BEGINNING + 130_000)).retryAfter).toBeUndefined();
});
