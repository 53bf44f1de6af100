import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { fieldErrorsIn } from '../../../../functions/routing/field-errors.ts';
import { ignoredFields } from '../../../../functions/routing/ignored-fields.ts';

describe('what of a body is ignored', () => {
  const schema = z.object({
    name: z.string(),
    items: z.array(z.object({ id: z.int(), extra: z.unknown().optional() })).optional(),
  });
  const ignored = (body: unknown): string[] => ignoredFields(body, schema.parse(body));

  test('a field that the schema does not name is ignored, wherever it is, and named once', () => {
    const items = [
      { id: 1, colour: 'red', extra: { deep: 1 } },
      { id: 2, colour: 'blue' },
    ];
    expect(ignored({ name: 'x', size: 3, items })).toEqual(['size', 'items[].colour']);
  });

  test('a field that is null, or unknown inside one that is taken as it is, is not reported', () => {
    expect(ignored({ name: 'x', size: null, items: [{ id: 1, extra: { whatever: true } }] })).toEqual([]);
  });

  test('a name that could not be in a header is not repeated, whatever is sent', () => {
    expect(ignored({ name: 'x', 'a\r\nset-cookie: b': 1 })).toEqual(['?']);
    const wild = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(wild, (more) => {
        for (const path of ignored({ ...more, name: 'x', items: [] })) expect(path).toMatch(/^[\w.[\]?-]+$/);
      }),
    );
  });

  test('no more than twenty are named', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`field${n}`, n]));
    expect(ignored({ ...many, name: 'x' })).toHaveLength(20);
  });
});

test('a value that fits none of several shapes is told what is wrong with the one it fits best', () => {
  const tool = z.object({ type: z.literal('function'), function: z.object({ name: z.string().regex(/^\w+$/) }) });
  const other = z.looseObject({ type: z.string().refine((type) => type !== 'function', { abort: true }) });
  const body = z.object({ tools: z.array(z.union([other, tool])) });
  const errors = (one: unknown): string[] => fieldErrorsIn(body.safeParse({ tools: [one] })).map(({ path }) => path);
  expect(errors({ type: 'function', function: { name: 'no good' } })).toEqual(['tools.0.function.name']);
  expect(errors({ type: 'function', function: {} })).toEqual(['tools.0.function.name']);
  expect(errors({ type: 'search' })).toEqual([]);
});
