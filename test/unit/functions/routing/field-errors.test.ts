import { expect, test } from 'vitest';
import * as z from 'zod';
import { fieldErrorsIn } from '../../../../functions/routing/field-errors.ts';

test('a number of a query that is none is told so', () => {
  const query = z.object({ version: z.coerce.number() });
  expect(fieldErrorsIn(query.safeParse({ version: 'newest' }))).toEqual([
    { path: 'version', message: 'Must be a number.' },
  ]);
});

test('what two checks of a field say alike is said once', () => {
  const said = 'Must be a name.';
  const named = z.object({
    name: z
      .string()
      .regex(/x/, said)
      .refine(() => false, said),
  });
  expect(fieldErrorsIn(named.safeParse({ name: 'y' }))).toEqual([{ path: 'name', message: said }]);
});
