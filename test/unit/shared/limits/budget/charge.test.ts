import { expect, test } from 'vitest';
import { authenticated } from '../../../../../shared/core/scope.ts';
import { chargeWrite } from '../../../../../shared/limits/budget/charge.ts';
import type { Reservation } from '../../../../../shared/limits/budget/item.ts';

/* Requirements: GW7. */

const DAYS = 24 * 60 * 60 * 1_000;

test('the record of a call is kept for 90 days', () => {
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
  expect(chargeWrite(reservation, spending, { now })).toMatchObject({ put: { expires_at: (now + 90 * DAYS) / 1_000 } });
});
