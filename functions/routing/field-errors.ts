import type * as z from 'zod';
import { type FieldError, Unprocessable } from '../../shared/core/errors.ts';

/** The errors of an input, field by field, the same on every transport. */
export const fieldErrorsIn = (result: z.ZodSafeParseResult<unknown>): FieldError[] =>
  (result.error?.issues ?? []).flatMap(fieldErrors);

/** An unknown field is named by its own path, not by that of the object it was found in. */
const fieldErrors = (issue: z.core.$ZodIssue): FieldError[] => {
  const at = (...more: string[]): string => [...issue.path, ...more].join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path: at(), message: issue.message }];
  return issue.keys.map((key) => ({ path: at(key), message: 'There is no such field.' }));
};

export const invalidInput = (errors: FieldError[]): Unprocessable =>
  new Unprocessable('Some of the input is not valid.', { errors });
