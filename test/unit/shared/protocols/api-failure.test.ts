import { expect, test } from 'vitest';
import { TooManyRequests, Unprocessable } from '../../../../shared/core/errors.ts';
import { ModelError, type ModelErrorReason } from '../../../../shared/gateway/index.ts';
import { RunFailed } from '../../../../shared/protocols/agents/run-failed.ts';
import { anthropicError, apiFailureOf, openAiError } from '../../../../shared/protocols/index.ts';

test.each<[ModelErrorReason, number, boolean | undefined]>([
  ['timeout', 503, undefined],
  ['rate_limited', 429, undefined],
  ['unavailable', 503, undefined],
  ['malformed', 503, undefined],
  ['silent', 503, undefined],
  ['cut', 503, undefined],
  ['refused', 400, true],
  ['unknown_model', 404, true],
  ['unauthorized', 503, true],
  ['quota', 429, true],
  ['too_long', 400, true],
])('a model that fails by "%s" answers %i', (reason, status, final) => {
  expect(apiFailureOf(new ModelError(reason))).toMatchObject({ status, ...(final && { final }) });
});

test('an agent whose model fails answers what the model itself would', () => {
  expect(apiFailureOf(new RunFailed('model_quota', 'x'))).toEqual(apiFailureOf(new ModelError('quota')));
});

test.each([
  ['limit_steps', 422],
  ['agent_unavailable', 404],
  ['run_cancelled', 409],
  ['worker_died', 503],
  ['internal_error', 500],
])('a run that ends by "%s" answers %i with its own words', (code, status) => {
  expect(apiFailureOf(new RunFailed(code, 'What happened.'))).toMatchObject({
    status,
    code,
    message: 'What happened.',
  });
});

test('a wrong field is named, and a 400 in both APIs', () => {
  const error = new Unprocessable('Some.', { errors: [{ path: 'n', message: 'One answer a request.' }] });
  expect(openAiError(apiFailureOf(error)).error).toEqual({
    message: 'n: One answer a request.',
    type: 'invalid_request_error',
    param: 'n',
    code: 'invalid_value',
  });
  expect(anthropicError(apiFailureOf(error), 'req-1')).toEqual({
    type: 'error',
    error: { type: 'invalid_request_error', message: 'n: One answer a request.' },
    request_id: 'req-1',
  });
});

test('the time to wait is kept', () => {
  expect(apiFailureOf(new TooManyRequests('Later.', { retryAfter: 7 }))).toMatchObject({ status: 429, retryAfter: 7 });
});

test('a defect’s text stays inside', () => {
  expect(JSON.stringify(openAiError(apiFailureOf(new TypeError('secret'))))).not.toContain('secret');
});
