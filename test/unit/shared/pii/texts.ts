import fc from 'fast-check';
import { generate } from '../../../data/pii/generate.ts';
import { readDevSet } from '../../../data/pii/score.ts';

const sentences = [...readDevSet(), ...generate(11, 2)].map(({ text }) => text);

const fragments = [
  'my name is',
  'call',
  'the',
  'and so',
  'at',
  ' dot ',
  'ул.',
  'д. 5',
  '"',
  '\n',
  '\n\n',
  ' ',
  '  ',
  '-----BEGIN RSA PRIVATE KEY-----',
  '-----END RSA PRIVATE KEY-----',
  '<EMAIL_1>',
  '<NAME_2>',
  '<LITERAL_1>',
  '<',
  '<EMAIL_',
  '1>',
  '_1>',
  '\u200B',
  '\u00A0',
  '４１１１',
  '😀',
  '漢字',
  'Иван',
  'John',
  'Street',
  '12',
  '+7',
  '(912)',
  'password=',
  'sk-',
  '@',
  'example.com',
  '.',
  ',',
];

/** Texts in which values, halves of values, disguises and typed placeholders meet in any order. */
export const texts = (most = 12): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...sentences) },
        { weight: 3, arbitrary: fc.constantFrom(...fragments) },
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
      { maxLength: most },
    )
    .chain((parts) => fc.constantFrom(' ', '', '\n').map((glue) => parts.join(glue)));

/** `text` in pieces, split anywhere, also inside surrogate pairs; some pieces are empty. */
export const splits = (text: string): fc.Arbitrary<string[]> =>
  fc.array(fc.nat({ max: text.length }), { maxLength: 40 }).map((cuts) => {
    const places = [0, ...cuts.sort((one, other) => one - other), text.length];
    return places.slice(1).map((place, index) => text.slice(places[index], place));
  });

/** `text` code unit by code unit. */
export const units = (text: string): string[] => text.split('');
