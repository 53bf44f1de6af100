import { expect, test } from 'vitest';
import { refuseLarge, sizeTable } from '../../../infra/bundle-sizes.ts';

test('a bundle over its limit is refused by name, size and limit', () => {
  expect(() => refuseLarge({ auth: 10, timers: 1_000_001 })).toThrow('timers has 1000001 bytes of at most 1000000');
  expect(() => refuseLarge({ auth: 10, timers: 1_000_000 })).not.toThrow();
});

test('sizes are listed largest first', () => {
  expect(sizeTable({ bytes: { small: 10, huge: 2_000 } }).match(/small|huge/g)).toEqual(['huge', 'small']);
});

test('what a browser loads of the console stands below', () => {
  const table = sizeTable({ bytes: { plain: 10 }, console: { firstLoad: 20_000, all: 70_000 } });
  expect(table.split('\n')[1]).toBe("  the console's first load takes 20,000 bytes with gzip, all of it 70,000 bytes");
});

test('packages that a function loads at first use stand beside its size', () => {
  const table = sizeTable({ bytes: { plain: 10, wide: 2_000 }, lazy: { plain: {}, wide: { openai: 450_000 } } });
  expect(table.split('\n')).toEqual([
    '  wide                 2,000 bytes  lazily: openai 450,000 bytes',
    '  plain                   10 bytes',
    '',
  ]);
});
