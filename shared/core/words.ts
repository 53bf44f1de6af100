import * as z from 'zod';

/** A text of one to `most` characters that a person can see: without the blanks around it. */
export const wordsSchema = (most: number) => z.string().trim().min(1).max(most).regex(/\S/, 'Must not be blank.');
