import { expect, test } from 'vitest';
import { ArtelError } from '../../../../clients/typescript/src/index.ts';
import { isAbort, problemOf } from '../../../../console/src/api/problem.ts';

/* Requirements: WEB1. */

test('what the API refuses is told by its code, in its words, at its fields', () => {
  const body = {
    detail: 'Some of the input is not valid.',
    error_code: 'validation_failed',
    request_id: 'req_1',
    errors: [
      { path: 'body.name', message: 'is too long' },
      { path: 'query.limit', message: 'is too large' },
    ],
  };
  expect(problemOf(new ArtelError(422, body, new Headers()))).toEqual({
    code: 'validation_failed',
    status: 422,
    detail: 'Some of the input is not valid.',
    fields: { name: 'is too long', 'query.limit': 'is too large' },
    requestId: 'req_1',
    retryAfter: undefined,
  });
});

test('when the same may be asked again is known where the API says it', () => {
  const refused = new ArtelError(429, { error_code: 'too_many_requests' }, new Headers({ 'retry-after': '12' }));
  expect(problemOf(refused)).toMatchObject({ code: 'too_many_requests', retryAfter: 12 });
});

test.each([
  // What Chromium, Firefox and Safari throw where nothing answers.
  [new TypeError('Failed to fetch'), 'offline'],
  [new TypeError('NetworkError when attempting to fetch resource.'), 'offline'],
  [new TypeError('Load failed'), 'offline'],
  [new TypeError('x is not a function'), 'fault'],
  ['thrown', 'fault'],
])('%s is %s', (thrown, code) => {
  expect(problemOf(thrown)).toMatchObject({ code, status: 0, fields: {}, requestId: undefined });
});

test('a question that was dropped is no problem', () => {
  const stop = new AbortController();
  stop.abort();
  expect(isAbort(stop.signal.reason)).toBe(true);
  expect(isAbort(new Error('AbortError'))).toBe(false);
});
