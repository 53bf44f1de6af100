import * as z from 'zod';
import { isPaged } from '../cursors/sealed.ts';

/**
 * What is said of a parameter that a list does not take, since what lists take differs: not every one can be sorted, or be
 * read from an offset on. `undefined` for what is no list.
 */
export const listTakes = (query: z.ZodType): string | undefined =>
  query instanceof z.ZodObject && isPaged({ query })
    ? `This list takes only ${Object.keys(query.shape).join(', ')}.`
    : undefined;
