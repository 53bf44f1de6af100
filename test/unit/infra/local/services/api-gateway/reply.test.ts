import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GatewayFailure } from '../../../../../../infra/local/services/api-gateway/rest/failure.ts';
import { readReply } from '../../../../../../infra/local/services/api-gateway/rest/reply.ts';

test('every field of a proxy response may be missing', () => {
  const { statusCode, headers, body } = readReply({}, false);
  expect([statusCode, headers.size, body.length]).toEqual([200, 0, 0]);
});

test('a status may be a numeric string, a header a number or a boolean', () => {
  const { statusCode, headers } = readReply({ statusCode: '204', headers: { a: 1, b: true } }, false);
  expect(statusCode).toBe(204);
  expect([...headers]).toEqual([
    ['a', ['1']],
    ['b', ['true']],
  ]);
});

test('multiValueHeaders win over headers of the same name in any case', () => {
  const { headers } = readReply({ headers: { 'X-A': '0' }, multiValueHeaders: { 'x-a': ['1', '2'] } }, false);
  expect([...headers]).toEqual([['x-a', ['1', '2']]]);
});

test('a header reserved by API Gateway arrives under another name', () => {
  const { headers } = readReply({ headers: { 'WWW-Authenticate': 'Bearer', Date: 'x' } }, false);
  expect([...headers.keys()]).toEqual(['x-amzn-remapped-www-authenticate', 'x-amzn-remapped-date']);
});

test('a base64 body is decoded only for a client that accepts binary', () => {
  const payload = { body: 'aGk=', isBase64Encoded: true };
  expect([readReply(payload, true).body.toString(), readReply(payload, false).body.toString()]).toEqual(['hi', 'aGk=']);
});

test.each([
  null,
  undefined,
  'text',
  42,
  [],
  { statusCode: 'abc' },
  { statusCode: 99 },
  { statusCode: 200.5 },
  { body: 1 },
  { headers: [] },
  { headers: { a: null } },
  { headers: { a: ['b'] } },
  { multiValueHeaders: { a: 'b' } },
  { message: 'Internal' },
])('%j is a malformed proxy response', (payload) => {
  expect(() => readReply(payload, false)).toThrow(/malformed Lambda proxy response/);
});

test('whatever a function returns is either a sendable reply or malformed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.record({ statusCode: fc.anything(), body: fc.anything() })), (payload) => {
      try {
        const { statusCode, body } = readReply(payload, false);
        expect(statusCode >= 100 && statusCode <= 599 && Buffer.isBuffer(body)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(GatewayFailure);
      }
    }),
  );
});
