import { expect, test } from 'vitest';
import { authenticated } from '../../../../../shared/core/scope.ts';
import { chargeWrite } from '../../../../../shared/limits/budget/charge.ts';
import type { Reservation } from '../../../../../shared/limits/budget/item.ts';

/* Requirements: GW7. */

const DAYS = 24 * 60 * 60 * 1_000;

const now = Date.parse('2026-11-21T08:00:00Z');
const amount = { money: 0, tokens: 0, requests: 1 };
const project = authenticated({ userId: 'alice' }).inProject('default');
const open = { ...amount, charge: 'chg_1', prompt: amount, begun: now, until: now, purpose: 'chat' };
const reservation = { project, month: '2026-11', key: 'chg_1', open } as unknown as Reservation;
const spending = {
  ...amount,
  outcome: 'answered',
  model: 'm',
  promptTokens: 0,
  completionTokens: 0,
  estimated: false,
  milliseconds: 1,
} as const;

test('G8: the record of a call has the parts of its usage that the provider told', () => {
  const parts = { cacheReadTokens: 8, cacheWriteTokens: 0, reasoningTokens: 1 };
  const { put } = chargeWrite(reservation, { ...spending, ...parts }, { now }) as { put: object };
  expect(put).toMatchObject({ cache_read_tokens: 8, cache_write_tokens: 0, reasoning_tokens: 1 });
  expect(Object.keys((chargeWrite(reservation, spending, { now }) as { put: object }).put).join()).not.toContain(
    'cache',
  );
});

test('the record of a call is kept for 90 days', () => {
  expect(chargeWrite(reservation, spending, { now })).toMatchObject({ put: { expires_at: (now + 90 * DAYS) / 1_000 } });
});
