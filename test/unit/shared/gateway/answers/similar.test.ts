import { describe, expect, test } from 'vitest';
import { particularsOf } from '../../../../../shared/gateway/answers/similar/particulars.ts';
import { areComparable } from '../../../../data/similar/judged.ts';
import { pairs } from '../../../../data/similar/pairs.ts';
import { paraphrases } from '../../../../data/similar/paraphrases.ts';
import { chanceOf } from '../../../../support/chance.ts';

/* Requirements: CA12. */

describe('requests that differ by', () => {
  test.each(['negation', 'number', 'name'] as const)(
    'a %s are never compared, whatever their vectors would say',
    (difference) => {
      const ofIt = pairs.filter((pair) => pair.difference === difference);
      expect(ofIt.length).toBeGreaterThan(150);
      expect(ofIt.filter(({ one, other }) => one === other || areComparable(one, other))).toEqual([]);
    },
  );

  test('any word of any of these requests in place of any other are never compared', () => {
    const chance = chanceOf(7);
    const words = [...new Set(pairs.flatMap(({ one }) => one.split(' ')))].filter(
      (word) => !/^(the|of|is|are|that)$/i.test(word),
    );
    const told = (word: string) => JSON.stringify(particularsOf(`why ${word} now`));
    for (let time = 0; time < 3_000; time += 1) {
      const [one, other] = [chance.one(words), chance.one(words)];
      const { one: text } = chance.one(pairs);
      const inside = text.split(' ');
      const at = chance.integer(1, inside.length - 1);
      const [its, others] = [one, other].map((word) => inside.with(at, word).join(' ')) as [string, string];
      if (told(one) !== told(other)) expect([its, others, areComparable(its, others)]).toEqual([its, others, false]);
    }
  });

  test.each([
    ['a line break', 'Explain this: a\nb', 'Explain this: a\nb, please.'],
    ['code', 'Explain `a of b`.', 'Explain `a b`.'],
    ['more than 500 characters', `Explain ${'x'.repeat(500)}.`, `Please explain ${'x'.repeat(500)}.`],
    ['nothing but silence', 'The ...', 'Is that?'],
  ])('and have %s are not compared', (_what, one, other) => {
    expect(areComparable(one, other)).toBe(false);
  });
});

test('half of the requests that people put in other words are compared', () => {
  const compared = paraphrases.filter(([one, other]) => areComparable(one, other));
  expect(compared.length / paraphrases.length).toBeGreaterThanOrEqual(0.5);
});
