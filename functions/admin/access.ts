import * as z from 'zod';

/** Only a signed-in administrator: a leaked key must not be able to switch protection off. */
export const administrator = { access: 'admin', personOnly: true } as const;

export const userIdSchema = z.string().regex(/^[a-z0-9]{1,64}$/);
