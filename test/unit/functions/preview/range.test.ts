import { expect, test } from 'vitest';
import { hasAlready, partOf } from '../../../../functions/preview/range.ts';

/* Requirements: BT6. */

test.each([
  ['bytes=0-9', { first: 0, last: 9 }],
  ['bytes=90-', { first: 90, last: 99 }],
  ['bytes=90-200', { first: 90, last: 99 }],
  ['bytes=-10', { first: 90, last: 99 }],
  ['bytes=-200', { first: 0, last: 99 }],
  ['bytes=100-', 'beyond'],
  ['bytes=-0', 'beyond'],
  ['bytes=9-3', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['bytes=-', 'whole'],
  ['lines=1-2', 'whole'],
  [undefined, 'whole'],
] as const)('of 100 bytes, %s is %j', (header, part) => {
  expect(partOf(header, 100)).toEqual(part);
});

test('of an empty file there is no part', () => {
  expect(partOf('bytes=0-', 0)).toBe('beyond');
  expect(partOf('bytes=-1', 0)).toBe('beyond');
});

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['*', true],
  ['"b"', false],
  [undefined, false],
] as const)('a browser that has %s has the file with the tag "a": %s', (header, has) => {
  expect(hasAlready(header, '"a"')).toBe(has);
});
