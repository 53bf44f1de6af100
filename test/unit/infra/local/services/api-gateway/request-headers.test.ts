import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  eventHeaders,
  eventQuery,
  requestTimeOf,
} from '../../../../../../infra/local/services/api-gateway/request-headers.ts';

function requestWith(...rawHeaders: string[]): IncomingMessage {
  const socket = { remoteAddress: '::ffff:192.0.2.1', localPort: 4000 };
  return { rawHeaders, headers: {}, socket } as unknown as IncomingMessage;
}

test('any names and values of a query string arrive decoded, every value in order and the last one alone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), { minLength: 1 }),
      (pairs) => {
        const { queryStringParameters, multiValueQueryStringParameters } = eventQuery(
          new URLSearchParams(pairs).toString(),
        );
        const expected = Map.groupBy(pairs, ([name]) => name);
        for (const [name, all] of expected) {
          const values = all.map(([, value]) => value);
          expect(Object.entries(multiValueQueryStringParameters!)).toContainEqual([name, values]);
          expect(Object.entries(queryStringParameters!)).toContainEqual([name, values.at(-1)]);
        }
        expect(Object.keys(queryStringParameters!)).toHaveLength(expected.size);
      },
    ),
  );
});

test('a query parameter named __proto__ is a parameter like any other', () => {
  expect(JSON.stringify(eventQuery('__proto__=1').multiValueQueryStringParameters)).toBe('{"__proto__":["1"]}');
});

test('a header keeps its first spelling and every value, and its last value stands alone', () => {
  const { headers, multiValueHeaders } = eventHeaders(requestWith('X-A', '1', 'x-a', '2', 'Connection', 'close'));
  expect(multiValueHeaders).toMatchObject({ 'X-A': ['1', '2'], 'X-Forwarded-For': ['192.0.2.1'] });
  expect(headers).toMatchObject({ 'X-A': '2', 'X-Forwarded-Proto': 'http', 'X-Forwarded-Port': '4000' });
  expect(headers).not.toHaveProperty('Connection');
});

test('the request time is in Common Log Format', () => {
  expect(requestTimeOf(Date.UTC(2026, 10, 1, 8, 3, 9))).toBe('01/Nov/2026:08:03:09 +0000');
});
