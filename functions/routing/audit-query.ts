import * as z from 'zod';
import { auditActions } from '../../shared/audit/index.ts';

/** A time as clients write it, in milliseconds. Nothing here is older than 1970, where ids begin to count. */
const time = z.iso.datetime({ offset: true }).transform((text) => Math.max(0, Date.parse(text)));

/** Query parameters of what is listed from a time to another. */
export const timeQuery = { since: time.optional(), until: time.optional() };

/** Query parameters of audit trails. */
export const auditQuery = { action: z.enum(auditActions).optional(), ...timeQuery };
