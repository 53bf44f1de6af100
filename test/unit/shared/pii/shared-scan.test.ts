import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DEFAULT_TYPES,
  detect,
  type PiiType,
  QUASI_IDENTIFIER_TYPES,
  SharedScan,
} from '../../../../shared/pii/index.ts';
import { generate } from '../../../data/pii/generate.ts';

/* Requirements: GW2. */

const TYPES: readonly PiiType[] = [...DEFAULT_TYPES, ...QUASI_IDENTIFIER_TYPES];
/** Values of several types that overlap, escaped ones among them. */
const ODD = [
  'https://bob:hunter22@example.org/x?mail=carol%40example.org',
  'Authorization: Bearer sk-proj-4f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c',
  'Anna, aged 45, a Portuguese nurse from Lisbon, works at Northwind Traders Ltd since 3 May 2019; see example.com.',
  '{"card": 4111111111111111, "note": "call\\n+1 212 555 0142"}',
];

test('one scan for several gives each of them what it would have found alone', () => {
  const texts = [...generate(7, 40).map(({ text }) => text), ...ODD];
  const wishes = fc.array(fc.oneof(fc.subarray([...TYPES]), fc.constant(undefined)), { minLength: 1, maxLength: 3 });
  const text = fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(wishes, text, fc.constantFrom(' ', '\n', ''), (all, parts, between) => {
      const whole = parts.join(between);
      const scan = new SharedScan(all.flatMap((types) => types ?? DEFAULT_TYPES));
      for (const types of all) {
        const wanted = types && { types };
        expect(detect(whole, { ...wanted, scan })).toEqual(detect(whole, { ...wanted }));
      }
    }),
    { numRuns: 150 },
  );
});
