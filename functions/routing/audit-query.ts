import * as z from 'zod';
import { auditActionSchema } from '../../shared/audit/index.ts';

/** A time as clients write it. */
export const timeSchema = z.iso.datetime({ offset: true }).meta({ id: 'Time' });

/** In milliseconds. Nothing here is older than 1970, where ids begin to count. */
const time = timeSchema.transform((text) => Math.max(0, Date.parse(text)));

/** Query parameters of what is listed from a time to another. */
export const timeQuery = { since: time.optional(), until: time.optional() };

/** Query parameters of audit trails. */
export const auditQuery = { action: auditActionSchema.optional(), ...timeQuery };
