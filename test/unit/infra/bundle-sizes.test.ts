import { expect, test } from 'vitest';
import { refuseLarge, sizeTable } from '../../../infra/bundle-sizes.ts';

test('a bundle over its limit is refused by name, size and limit', () => {
  expect(() => refuseLarge({ auth: 10, timers: 1_000_001 })).toThrow('timers has 1000001 bytes of at most 1000000');
  expect(() => refuseLarge({ auth: 10, timers: 1_000_000 })).not.toThrow();
});

test('functions that call models may be larger, within a limit of their own', () => {
  expect(() => refuseLarge({ 'agent-worker': 1_400_000 })).not.toThrow();
  expect(() => refuseLarge({ 'agent-worker': 1_500_001 })).toThrow(/agent-worker/);
});

test('sizes are listed largest first', () => {
  expect(sizeTable({ small: 10, huge: 2_000 }).match(/small|huge/g)).toEqual(['huge', 'small']);
});
