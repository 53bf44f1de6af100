import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../../../shared/core/clock.ts';
import { merged } from '../../../../shared/workspace/files/merge.ts';
import { superfluous } from '../../../../shared/workspace/garbage/thin.ts';
import { workOf } from '../../../support/pace.ts';

/* Requirements: BT2. */

const MORNING = Date.parse('2026-11-20T08:00:00Z');
const numbers = (versions: { version: number }[]): number[] => versions.map(({ version }) => version);

test('of versions that are too many, those with a tag and the last of each day stay', () => {
  const version = (number: number, day: number, hour: number, tag?: string) => ({
    ...{ version: number, created_at: MORNING + day * DAY + hour * HOUR },
    ...(tag !== undefined && { tag }),
  });
  const versions = [
    ...[version(1, 0, 0), version(2, 0, 1, 'first draft'), version(3, 0, 2), version(4, 0, 3)],
    ...[version(5, 1, 0), version(6, 1, 1), version(7, 2, 0), version(8, 2, 1)],
  ];
  expect(numbers(superfluous(versions, 8))).toEqual([]);
  expect(numbers(superfluous(versions, 3))).toEqual([1, 3, 5]);
  expect(numbers(superfluous(versions, 1))).toEqual([1, 3, 5, 7]);
});

const bytes = (text: string) => Buffer.from(text);
const together = (base: string, theirs: string, yours: string) =>
  merged(bytes(base), bytes(theirs), bytes(yours))?.toString();

test.each([
  ['different lines', 'a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nC\n', 'A\nb\nC\n'],
  ['the same change twice', 'a\nb\n', 'a\nB\n', 'a\nB\n', 'a\nB\n'],
  ['lines added at both ends', 'b\n', 'a\nb\n', 'b\nc', 'a\nb\nc'],
  ['the same line', 'a\n', 'b\n', 'c\n', undefined],
  ['a line changed and removed', 'a\nb\nc\n', 'a\nB\nc\n', 'a\nc\n', undefined],
  ['what is not text', 'a\nb\nc\n', 'A\nb\nc\n', 'a\nb\n\0\n', undefined],
])('two changes of a file: %s', (_, base, theirs, yours, expected) => {
  expect(together(base, theirs, yours)).toBe(expected);
});

test('texts that repeat themselves so much that comparing them takes long are not merged', async () => {
  const many = 'the same\n'.repeat(20_000);
  const work = await workOf(() => expect(together(many, `${many}one\n`, `two\n${many}`)).toBeUndefined());
  expect(work).toBeLessThan(2_000);
});
