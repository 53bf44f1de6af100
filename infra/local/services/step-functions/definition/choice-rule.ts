import * as z from 'zod';
import { instantOf } from '../timestamp.ts';
import { path } from './fields.ts';

/** One rule of a Choice state: a test of one variable, or rules joined by And, Or, Not. Only the outermost has Next. */
export type ChoiceRule = {
  And?: ChoiceRule[] | undefined;
  Or?: ChoiceRule[] | undefined;
  Not?: ChoiceRule | undefined;
  Variable?: string | undefined;
  Next?: string | undefined;
  Comment?: string | undefined;
  [comparison: string]: unknown;
};

const timestamp = z.string().refine((text) => instantOf(text) !== undefined, 'not an RFC 3339 timestamp');
const ordered = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'];

const compared = (kind: string, orders: string[], value: z.ZodType) =>
  orders.flatMap((order) => [
    [`${kind}${order}`, value.optional()] as const,
    [`${kind}${order}Path`, path.optional()] as const,
  ]);

const typeTests = ['IsPresent', 'IsNull', 'IsNumeric', 'IsString', 'IsBoolean', 'IsTimestamp'];

const COMPARISONS: Record<string, z.ZodType> = Object.fromEntries([
  ...compared('String', ordered, z.string()),
  ...compared('Numeric', ordered, z.number()),
  ...compared('Timestamp', ordered, timestamp),
  ...compared('Boolean', ['Equals'], z.boolean()),
  ['StringMatches', z.string().optional()] as const,
  ...typeTests.map((name) => [name, z.boolean().optional()] as const),
]);

const inner: z.ZodType<ChoiceRule> = z.lazy(() => rule({}));

const rule = (more: Record<string, z.ZodType>) =>
  z
    .strictObject({
      ...COMPARISONS,
      ...more,
      And: z.array(inner).min(1).optional(),
      Or: z.array(inner).min(1).optional(),
      Not: inner.optional(),
      Variable: path.optional(),
      Comment: z.string().optional(),
    })
    .refine(hasOneTest, 'a rule has exactly one of And, Or, Not, or a Variable with one comparison');

function hasOneTest(one: Record<string, unknown>): boolean {
  const joined = ['And', 'Or', 'Not'].filter((name) => one[name] !== undefined).length;
  const comparisons = Object.keys(COMPARISONS).filter((name) => one[name] !== undefined).length;
  return one.Variable === undefined ? joined === 1 && comparisons === 0 : joined === 0 && comparisons === 1;
}

/** A rule of `Choices`: it says where it leads. */
export const choiceRule = rule({ Next: z.string() }) as unknown as z.ZodType<ChoiceRule & { Next: string }>;
