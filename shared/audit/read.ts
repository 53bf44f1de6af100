import type * as z from 'zod';
import { MINUTE, SECOND } from '../core/clock.ts';
import type { UserScope } from '../core/scope.ts';
import { type Item, queryAll, queryFiltered, ranges } from '../store/index.ts';
import { type AuditAction, type AuditEntry, auditEntrySchema, fullAuditEntrySchema } from './audit.ts';

/** Which entries are wanted: of one action, and from a time to another, in milliseconds, both included. */
export type AuditFilter = {
  action?: AuditAction | undefined;
  since?: number | undefined;
  until?: number | undefined;
};

type AuditPage = { limit: number; after?: string | undefined; now: number; oldestFirst?: boolean };

/** Ids of one container only grow: after its clock was set back they are later than the entries' times, by seconds. */
const CLOCK_STEP = MINUTE;

const rangeOf = (user: UserScope, { since, until }: AuditFilter) =>
  ranges.auditBetween(user, { since, until: until === undefined ? undefined : until + CLOCK_STEP });

const isWanted = (item: Item, { action, since = 0, until = Infinity }: AuditFilter, now: number): boolean => {
  const at = Date.parse(String(item.at));
  // The table removes an expired entry within days: until then it is left out here.
  const isKept = Number(item.expires_at) > now / SECOND;
  return isKept && at >= since && at <= until && (action === undefined || item.action === action);
};

/** Newest first unless asked otherwise; `after` and `next` are sort keys. */
export const listAudit = async (
  user: UserScope,
  { limit, after, now, oldestFirst = false, ...filter }: AuditPage & AuditFilter,
): Promise<{ items: AuditEntry[]; next: string | undefined }> => {
  const range = rangeOf(user, filter);
  const isPastEnd = (at: string): boolean => (oldestFirst ? at > range.to : at < range.from);
  const isBeforeStart = (at: string): boolean => (oldestFirst ? at < range.from : at > range.to);
  // Nothing is between a time and an earlier one, nor left of a list whose cursor went beyond its end.
  if (range.from > range.to || (after !== undefined && isPastEnd(after))) return { items: [], next: undefined };
  const from = after !== undefined && !isBeforeStart(after) ? { after } : {};
  return queryFiltered({ ...range, newestFirst: !oldestFirst, limit, ...from }, (items) =>
    items.map((item) => (isWanted(item, filter, now) ? auditEntrySchema.parse(item) : undefined)),
  );
};

/** The whole trail as administrators see it, oldest first unless asked otherwise, page after page. */
export async function* allAudit(
  user: UserScope,
  { newestFirst = false, now, ...filter }: AuditFilter & { newestFirst?: boolean; now: number },
): AsyncGenerator<z.infer<typeof fullAuditEntrySchema>> {
  const range = rangeOf(user, filter);
  if (range.from > range.to) return;
  for await (const item of queryAll({ ...range, newestFirst })) {
    if (isWanted(item, filter, now)) yield fullAuditEntrySchema.parse(item);
  }
}
