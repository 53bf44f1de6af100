import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BuiltInType,
  DEFAULT_TYPES,
  detect,
  QUASI_IDENTIFIER_TYPES,
  RedactingStream,
  redact,
  SessionPlaceholders,
} from '../../../../shared/pii/index.ts';
import { QUASI_IDENTIFIERS } from './quasi-identifiers-found.ts';
import { splits, units } from './texts.ts';

/* Requirements: GW3. */

const cases = Object.entries(QUASI_IDENTIFIERS).flatMap(([type, rows]) =>
  rows.map(([text, ...values]) => [type as BuiltInType, values, text] as const),
);
const sentences = cases.map(([, , text]) => text);
const TYPES = [...DEFAULT_TYPES, ...QUASI_IDENTIFIER_TYPES];

test.each(cases)('where they are switched on, of %s %j are found in %j', (type, values, text) => {
  const found = detect(text, { types: [type] });
  expect(found.map(({ value }) => value)).toEqual(values);
  for (const { start, end, value } of found) expect(text.slice(start, end)).toBe(value);
});

test('places, firms, ages and the like stay in a text unless their types are named', () => {
  const optional = new Set<string>(QUASI_IDENTIFIER_TYPES);
  expect(sentences.flatMap((text) => detect(text)).filter(({ type }) => optional.has(type))).toEqual([]);
  expect(redact('Anna is 45, Portuguese, and lives in Lisbon.', new SessionPlaceholders()).text).toBe(
    '<NAME_1> is 45, Portuguese, and lives in Lisbon.',
  );
});

test('what is switched on is replaced beside what is by default', () => {
  const { text } = redact(
    'Anna, aged 45, Portuguese, lives in Lisbon and works at Northwind Traders; carol@example.com since June 2019',
    new SessionPlaceholders(),
    { types: TYPES },
  );
  expect(text).toBe(
    '<NAME_1>, aged <AGE_1>, <NATIONALITY_1>, lives in <PLACE_1> and works at <ORGANISATION_1>; <EMAIL_1> since <DATE_1>',
  );
});

test('a birth date stays a birth date, and a person named after a town a person', () => {
  const types = (text: string): string[] => detect(text, { types: TYPES }).map(({ type }) => type);
  expect(types('born on 12 March 1985')).toEqual(['BIRTH_DATE']);
  expect(types('Paris Hilton called')).toEqual(['NAME']);
  expect(types('742 Evergreen Terrace, Springfield, IL 62704')).toEqual(['ADDRESS']);
});

describe('a text that comes in pieces', () => {
  const GLUE = [' ', '\n', '', '"', ' and so ', ' 😀', ', '];
  test('a text in pieces is redacted as the whole text is, with every type switched on', () => {
    const texts = fc
      .array(fc.oneof(fc.constantFrom(...sentences), fc.constantFrom(...sentences.flatMap((one) => one.split(' ')))), {
        maxLength: 6,
      })
      .chain((parts) => fc.constantFrom(...GLUE).map((glue) => parts.join(glue)));
    fc.assert(
      fc.property(
        texts.chain((text) => fc.record({ text: fc.constant(text), chunks: splits(text) })),
        ({ text, chunks }) => {
          const whole = redact(text, new SessionPlaceholders(), { types: TYPES }).text;
          for (const pieces of [chunks, units(text)]) {
            const stream = new RedactingStream(new SessionPlaceholders(), { types: TYPES });
            expect(pieces.map((piece) => stream.push(piece)).join('') + stream.end()).toBe(whole);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

test.each(['A ', 'a.', '1/', 'Ab, ', '12 ', 'A-', 'in Ab ', 'Ab of ', 'Ab & '])(
  'with every type switched on, a text of nothing but %j takes time linear in its length',
  (unit) => {
    const time = (length: number): number => {
      const text = unit.repeat(length / unit.length);
      const started = process.cpuUsage();
      detect(text, { types: TYPES });
      return process.cpuUsage(started).user;
    };
    time(2_000);
    expect(time(60_000)).toBeLessThan(3_000_000);
  },
);
