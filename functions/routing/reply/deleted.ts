import * as z from 'zod';

/** What a deletion of several things answers. */
export const deletedSchema = z.object({ deleted: z.int().min(0) }).meta({ id: 'Deleted' });
