import { expect, test } from 'vitest';
import type { Task } from '../../../../shared/bus/index.ts';
import { QuotaExceeded, TooManyRequests } from '../../../../shared/core/errors.ts';
import { ModelError } from '../../../../shared/gateway/index.ts';
import { turnFailureOf } from '../../../../shared/turns/failure.ts';

const afterFailures = (failures: number): Task => ({ failures }) as Task;

test('a budget that other calls hold at the moment is waited for, a bounded number of times', () => {
  const held = new TooManyRequests('Held.', { retryAfter: 5 });
  expect(turnFailureOf(held, afterFailures(0))).toEqual({ retry: true, error_code: 'too_many_requests', after: 5_000 });
  expect(turnFailureOf(held, afterFailures(2))).toMatchObject({
    retry: false,
    error: { error_code: 'too_many_requests' },
  });
});

test('a used-up month ends the run at once, and the agent is not to blame', () => {
  expect(turnFailureOf(new QuotaExceeded('Used up.', { retryAfter: 1 }), afterFailures(0))).toEqual({
    retry: false,
    error: { error_code: 'quota_exceeded', detail: 'Used up.' },
    agentAtFault: false,
  });
});

test('a model that says nothing is asked once more, one that cannot be reached twice more', () => {
  expect(turnFailureOf(new ModelError('silent'), afterFailures(0))).toEqual({
    retry: true,
    error_code: 'model_silent',
  });
  expect(turnFailureOf(new ModelError('silent'), afterFailures(1))).toMatchObject({ retry: false });
  expect(turnFailureOf(new ModelError('unavailable'), afterFailures(1))).toMatchObject({ retry: true });
});
