import { expectTypeOf, test } from 'vitest';
import type * as z from 'zod';
import type { Definition, operation, Reply } from '../../../../functions/routing/operation.ts';

type Nothing = Record<never, never>;
type Shown = { id: string; note?: string | undefined };
type Defined = Definition<'/things', 'public', Nothing, Nothing, undefined, Shown>;
type Handle = Defined['handle'];

test('a handler whose reply fits the schema of its success compiles', () => {
  expectTypeOf<() => Promise<Reply<Shown>>>().toExtend<Handle>();
  expectTypeOf<() => Promise<Reply<never>>>().toExtend<Handle>();
  expectTypeOf<() => Promise<Reply<{ id: string }>>>().toExtend<Handle>();
});

test('a handler whose reply lacks a field, or has another type of it, does not compile', () => {
  expectTypeOf<() => Promise<Reply<{ note: string }>>>().not.toExtend<Handle>();
  expectTypeOf<() => Promise<Reply<{ id: number }>>>().not.toExtend<Handle>();
  expectTypeOf<() => Promise<Reply<string>>>().not.toExtend<Handle>();
});

test('an operation takes its reply from the schema of its success', () => {
  type Bound = Parameters<typeof operation<'/things', 'public', Nothing, Nothing, undefined, Shown>>[0];
  expectTypeOf<Bound>().toEqualTypeOf<Defined>();
  expectTypeOf<{ status: 200; schema: z.ZodType<Shown> }>().toExtend<Defined['success']>();
  expectTypeOf<{ status: 200; schema: z.ZodType<{ id: number }> }>().not.toExtend<Defined['success']>();
});
