import type * as z from 'zod';
import { type FieldError, Unprocessable } from '../../shared/core/errors.ts';
import { depthOf } from '../../shared/core/fault-depth.ts';

const NO_SUCH_FIELD = 'There is no such field.';

/** The errors of an input, field by field, the same on every transport. `unknown` is said of a field that there is not. */
export const fieldErrorsIn = (result: z.ZodSafeParseResult<unknown>, unknown = NO_SUCH_FIELD): FieldError[] =>
  distinct((result.error?.issues ?? []).flatMap((issue) => fieldErrors(issue, unknown)));

/** Two checks of one field may say the same. */
const distinct = (errors: FieldError[]): FieldError[] => [
  ...new Map(errors.map((error) => [`${error.path}: ${error.message}`, error])).values(),
];

/** An unknown field is named by its own path, not by that of the object it was found in. */
const fieldErrors = (issue: z.core.$ZodIssue, unknown: string): FieldError[] => {
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input') {
    const nearest = nearestBranch(issue.errors);
    if (nearest) return nearest.flatMap((one) => fieldErrors({ ...one, path: [...issue.path, ...one.path] }, unknown));
  }
  const at = (...more: string[]): string => [...issue.path, ...more].join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path: at(), message: plain(issue.message) }];
  return issue.keys.map((key) => ({ path: at(key), message: unknown }));
};

/** What a query has is a text; one that is no number arrives as `NaN`. */
const plain = (message: string): string => (message.endsWith('received NaN') ? 'Must be a number.' : message);

/** Of the shapes a value may have, the one it fits best: the one whose first fault lies deepest. */
const nearestBranch = (branches: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined => {
  const depth = ([first]: z.core.$ZodIssue[]): number => (first ? depthOf(first) : 0);
  return branches.reduce<z.core.$ZodIssue[] | undefined>(
    (best, issues) => (issues.length > 0 && (!best || depth(issues) > depth(best)) ? issues : best),
    undefined,
  );
};

export const invalidInput = (errors: FieldError[]): Unprocessable =>
  new Unprocessable('Some of the input is not valid.', { errors });
