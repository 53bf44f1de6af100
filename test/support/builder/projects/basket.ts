import { RUNNER } from './runner.ts';

/** A basket of a shop: sums, taxes, pages of a list. */
export const basket: Readonly<Record<string, string>> = {
  'config.json': '{ "currency": "EUR", "tax": 0.19 }\n',
  'src/basket.js': `
export const total = (items) => items.reduce((sum, item) => sum + item.cents * item.count, 0);

export const discounted = (cents, coupon) => {
  const percent = coupon === undefined ? 0 : coupon.percent;
  return cents - Math.round((cents * percent) / 100);
};

export const taxOf = (cents, config) => Math.round(cents * config.tax);
`,
  'src/list.js': `
export const page = (items, number, size) => items.slice((number - 1) * size, number * size);

export const byPrice = (items) => items.slice().sort((one, other) => one.cents - other.cents);

export const withCount = (items, name, count) =>
  items.map((item) => (item.name === name ? { ...item, count } : item));
`,
  'test/runner.js': RUNNER,
  'test/run.js': `
import { readFileSync } from 'node:fs';
import { discounted, taxOf, total } from '../src/basket.js';
import { byPrice, page, withCount } from '../src/list.js';
import { end, same, test } from './runner.js';

const items = () => [
  { name: 'pear', cents: 120, count: 2 },
  { name: 'nut', cents: 9, count: 10 },
  { name: 'melon', cents: 1000, count: 1 },
];

await test('adds up', () => same(total(items()), 1330));
await test('takes a coupon', () => same(discounted(1000, { percent: 15 }), 850));
await test('needs no coupon', () => same(discounted(1000), 1000));
await test('adds the tax', () => same(taxOf(1000, JSON.parse(readFileSync('config.json', 'utf8'))), 190));
await test('shows whole pages', () => same(page([1, 2, 3, 4, 5], 1, 2), [1, 2]));
await test('shows the last page', () => same(page([1, 2, 3, 4, 5], 3, 2), [5]));
await test('sorts by price', () => same(byPrice(items()).map((item) => item.name), ['nut', 'pear', 'melon']));
await test('changes a count in a copy', () => {
  const before = items();
  same(withCount(before, 'nut', 1)[1].count, 1);
  same(before[1].count, 10);
});
end();
`,
};
