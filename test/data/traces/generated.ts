import { Random } from '../pii/random.ts';

const ACCESSES = 100_000;
const KEYS = 10_000;

/** Keys from 0, of which the nth is wanted as often as 1/(n + 1)^exponent. */
const zipf = (exponent: number, keys: number, random: Random): (() => number) => {
  const sums = new Float64Array(keys);
  let sum = 0;
  for (let key = 0; key < keys; key += 1) {
    sum += 1 / (key + 1) ** exponent;
    sums[key] = sum;
  }
  return () => {
    const wanted = random.next() * sum;
    let [low, high] = [0, keys - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
};

const accesses = (length: number, next: (at: number) => number): number[] =>
  Array.from({ length }, (_, at) => next(at));

/** The same keys are popular from beginning to end. */
export const steadyZipf = (): number[] => accesses(ACCESSES, zipf(0.9, KEYS, new Random(1)));

/** Every 10,000 accesses all popular keys are others, as the stories of a day are. */
export const shiftingZipf = (): number[] => {
  const next = zipf(0.9, KEYS, new Random(2));
  return accesses(ACCESSES, (at) => next() + Math.floor(at / 10_000) * (KEYS / 10));
};

/** Popular keys, while now and then a list of keys is read once through, and a table again and again. */
export const scanAndLoop = (): number[] => {
  const random = new Random(3);
  const next = zipf(0.9, KEYS / 2, random);
  const result: number[] = [];
  for (let fresh = 1_000_000; result.length < ACCESSES; ) {
    for (let count = 0; count < 3_000; count += 1) result.push(next());
    for (let count = 0; count < 1_000; count += 1) result.push(fresh++);
    for (let count = 0; count < 2 * 600; count += 1) result.push(500_000 + (count % 600));
  }
  return result.slice(0, ACCESSES);
};

/**
 * Transactions: each reads some pages of an index and of data, most of them popular, the page it changes twice or three times
 * in a short while; a tenth of the time a report reads pages in order that nobody wants again.
 */
export const transactions = (): number[] => {
  const random = new Random(4);
  const index = zipf(1.1, 500, random);
  const data = zipf(0.8, KEYS, random);
  const result: number[] = [];
  for (let fresh = 1_000_000; result.length < ACCESSES; ) {
    const page = 1_000 + data();
    result.push(index(), index(), page, 1_000 + data(), page);
    if (random.next() < 0.5) result.push(20_000 + random.below(20_000), page);
    if (random.next() < 0.02) for (let count = 0; count < 40; count += 1) result.push(fresh++);
  }
  return result.slice(0, ACCESSES);
};
