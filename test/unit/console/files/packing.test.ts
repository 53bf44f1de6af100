import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Of } from '../../../../console/src/screens/files/review/take-back.ts';
import { commandFor, isReachable } from '../../../../console/src/screens/files/transfer/address.ts';
import { packed, pathIn, sentBytes } from '../../../../console/src/screens/files/transfer/packing.ts';

/* Requirements: WEB1. */

const MEGABYTE = 1024 * 1024;
const file = (path: string, bytes: number) => ({ path, bytes, blob: undefined });

test('small files go together, and one that no request takes stands aside', () => {
  const { requests, tooLarge } = packed([
    file('a', 10),
    file('large', 3 * MEGABYTE),
    file('b', 2 * MEGABYTE),
    file('c', MEGABYTE),
  ]);
  expect(requests.map((request) => request.map(({ path }) => path))).toEqual([['a', 'b'], ['c']]);
  expect(tooLarge.map(({ path }) => path)).toEqual(['large']);
});

test('every file is in one request or aside, and no request is larger than the API takes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4 * MEGABYTE), { maxLength: 30 }), (sizes) => {
      const files = sizes.map((bytes, index) => file(`f${index}`, bytes));
      const { requests, tooLarge } = packed(files);
      expect([...requests.flat(), ...tooLarge].toSorted((a, b) => files.indexOf(a) - files.indexOf(b))).toEqual(files);
      for (const request of requests) {
        expect(request.reduce((sum, one) => sum + sentBytes(one), 0)).toBeLessThan(4 * MEGABYTE);
      }
    }),
  );
});

test('no request has more files than one edit takes', () => {
  const { requests } = packed(Array.from({ length: 1_001 }, (_, index) => file(`f${index}`, 1)));
  expect(requests.map(({ length }) => length)).toEqual([500, 500, 1]);
});

test('the folder and the name make one path however the folder is written', () => {
  expect([pathIn('', 'a'), pathIn('/x/y/', 'a'), pathIn(' x ', 'a')]).toEqual(['a', 'x/y/a', 'x/a']);
});

test('bytes are written in base64, however many there are', () => {
  const many = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
  expect(base64Of(many)).toBe(Buffer.from(many).toString('base64'));
});

const upload = { url: 'https://bucket.example/o?x=1&y=2', method: 'PUT', headers: { 'x-a': 'b=' } } as const;

test('only an address of the page’s own origin is reachable from it', () => {
  expect(isReachable(upload, 'https://bucket.example')).toBe(true);
  expect(isReachable(upload, 'https://api.example')).toBe(false);
});

test('a file name cannot end the quotes of the command that sends it', () => {
  expect(commandFor(upload, "it's; rm -rf ~")).toBe(
    [
      "curl --fail -X PUT -T './it'\\''s; rm -rf ~' \\",
      "  -H 'x-a: b=' \\",
      "  'https://bucket.example/o?x=1&y=2'",
    ].join('\n'),
  );
});
