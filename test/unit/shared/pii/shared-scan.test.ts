import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detect, type PiiType, PROSE_TYPES, SharedScan, STRUCTURED_TYPES } from '../../../../shared/pii/index.ts';
import { generate } from '../../../data/pii/generate.ts';

/* Requirements: GW2. */

const TYPES: readonly PiiType[] = [...STRUCTURED_TYPES, ...PROSE_TYPES];
/** Values of several types that overlap, escaped ones among them. */
const ODD = [
  'https://bob:hunter22@example.org/x?mail=carol%40example.org',
  'Authorization: Bearer sk-proj-4f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c',
  '{"card": 4111111111111111, "note": "call\\n+1 212 555 0142"}',
];

test('one scan for several gives each of them what it would have found alone', () => {
  const texts = [...generate(7, 40).map(({ text }) => text), ...ODD];
  const wishes = fc.array(fc.oneof(fc.subarray([...TYPES]), fc.constant(undefined)), { minLength: 1, maxLength: 3 });
  const text = fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(wishes, text, fc.constantFrom(' ', '\n', ''), (all, parts, between) => {
      const whole = parts.join(between);
      const scan = new SharedScan(all.includes(undefined) ? undefined : all.flatMap((types) => types ?? []));
      for (const types of all) {
        const wanted = types && { types };
        expect(detect(whole, { ...wanted, scan })).toEqual(detect(whole, { ...wanted }));
      }
    }),
    { numRuns: 150 },
  );
});
