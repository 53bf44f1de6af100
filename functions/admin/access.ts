import * as z from 'zod';

/** Only a signed-in administrator: a key that leaked must not switch protection off. */
export const administrator = { access: 'admin', personOnly: true } as const;

export const userIdSchema = z.string().regex(/^[a-z0-9]{1,64}$/);
