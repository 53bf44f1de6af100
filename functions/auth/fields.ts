import * as z from 'zod';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../../shared/identity/index.ts';

/** A password that somebody chooses. One that is checked may be shorter: it is only wrong. */
export const newPassword = z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH);
export const shownPassword = z.string().min(1).max(MAX_PASSWORD_LENGTH);

/** What stands in a mailed link, or in an invitation, behind its kind. */
export const token = z.string().min(1).max(200);

/** How long the mailed link works, in seconds. */
export const mailedSchema = z.object({ expires_in: z.int().positive() }).meta({ id: 'LinkMailed' });
