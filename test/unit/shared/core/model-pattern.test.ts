import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesModel } from '../../../../shared/core/model-pattern.ts';

test.each([
  ['gpt-*', 'gpt-4.1', true],
  ['gpt-*', 'my-gpt-4.1', false],
  ['*', '', true],
  ['*-mini', 'gpt-4.1-mini', true],
  ['*-mini', 'gpt-4.1-mini-2025-04-14', false],
  ['*-mini-*', 'gpt-4.1-mini-2025-04-14', true],
  ['gpt-4.1', 'gpt-4x1', false],
  ['GPT-*', 'gpt-4o', true],
  ['a*a', 'a', false],
  ['a*b*c', 'aXbXbc', true],
  ['', 'a', false],
])('pattern %s and name %s match: %s', (pattern, model, fits) => {
  expect(matchesModel(pattern, model)).toBe(fits);
});

test('a model pattern matches exactly what its regular expression matches', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '-', '.'), maxLength: 8 });
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '-', '.', '*'), maxLength: 6 });
  fc.assert(
    fc.property(pattern, text, (given, name) => {
      const source = given.replace(/[.-]/g, '\\$&').replaceAll('*', '.*');
      expect(matchesModel(given, name)).toBe(new RegExp(`^${source}$`).test(name));
    }),
  );
});
