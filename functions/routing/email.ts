import * as z from 'zod';

/** An e-mail address as somebody types it. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(z.regexes.email, 'Must be an e-mail address.')
  .meta({ id: 'EmailAddress' });
