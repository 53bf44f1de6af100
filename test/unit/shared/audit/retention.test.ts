import { expect, test } from 'vitest';
import { auditItem } from '../../../../shared/audit/audit.ts';
import { authenticated } from '../../../../shared/core/scope.ts';

/* Requirements: ID8. */

const DAY = 24 * 60 * 60 * 1_000;

test('an audit entry is kept for a year', () => {
  const now = Date.parse('2026-11-21T08:00:00Z');
  const { expires_at } = auditItem(authenticated({ userId: 'alice' }), 'signed_in', {}, now);
  expect(expires_at).toBe((now + 365 * DAY) / 1_000);
});
