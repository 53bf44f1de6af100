import { describe, expect, test } from 'vitest';
import { failureWrite, type Health, isUnhealthy } from '../../../../shared/bus/records/health.ts';
import { authenticated } from '../../../../shared/core/scope.ts';

/* Requirements: AG2. */

const project = authenticated({ userId: 'alice' }).inProject('default');
const NOW = Date.parse('2026-11-21T08:00:00Z');
const SECONDS = 1_000;

const failed = (times: number): Health => ({ failures: times, looks: 0 });
const dueAfter = (before: Health | undefined): number | undefined => {
  const write = failureWrite(project, 'agt_1', { before, error_code: 'model_failed', now: NOW });
  const { update = '', values = {} } = write as { update?: string; values?: Record<string, unknown> };
  return update.includes('#due_at') ? Number(values.due_at) - NOW : undefined;
};

describe('the health of an agent', () => {
  test('an agent is in error after three failures in a row, and not before', () => {
    expect([undefined, failed(0), failed(1), failed(2), failed(3), failed(4)].map(isUnhealthy)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  test('the third failure in a row has the agent checked 60 seconds later', () => {
    expect([undefined, failed(1), failed(2)].map(dueAfter)).toEqual([undefined, undefined, 60 * SECONDS]);
  });

  test('a failure of an agent that is in error already does not postpone its check', () => {
    expect(dueAfter(failed(3))).toBeUndefined();
  });
});
