import * as z from 'zod';
import { DAY, epochSeconds, isoTime, SECOND } from '../core/clock.ts';
import { newId, ulidOf } from '../core/ids.ts';
import type { UserScope } from '../core/scope.ts';
import { auditKeys, type Item, putItem, queryFiltered, ranges, SCHEMA_VERSION } from '../store/index.ts';

export const auditActions = [
  'registered',
  'signed_in',
  'sign_in_failed',
  'refresh_reused',
  'signed_out',
  'api_key_created',
  'api_key_revoked',
  'project_deleted',
  'secret_stored',
  'secret_deleted',
  'stream_opened',
  'stream_closed',
  'approval_decided',
  'data_deleted',
  'policies_changed',
  'policies_read',
  'calls_listed',
  'call_read',
  'blocks_read',
  'run_redriven',
  'data_repaired',
  'orchestrator_changed',
  'oversight_loosened',
  'permission_remembered',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Where a request came from. */
export type Origin = { sourceIp: string; userAgent: string; requestId: string };

export const auditEntrySchema = z
  .object({
    id: z.string(),
    action: z.enum(auditActions),
    at: z.string(),
    source_ip: z.string().optional(),
    user_agent: z.string().optional(),
    request_id: z.string().optional(),
    /** What it was done to: the id of a key, a project, a session. */
    target: z.string().optional(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntrySchema>;

const AUDIT_RETENTION = 365 * DAY;
/** An entry as an item, for the transaction with the change it records. Metadata only; entries are never changed. */
export const auditItem = (
  user: UserScope,
  action: AuditAction,
  facts: Partial<Origin> & { target?: string },
  now: number,
) => {
  const id = newId('aud', now);
  return {
    ...auditKeys.entry(user, ulidOf(id)),
    v: SCHEMA_VERSION,
    id,
    action,
    at: isoTime(now),
    source_ip: facts.sourceIp,
    user_agent: facts.userAgent,
    request_id: facts.requestId,
    target: facts.target,
    expires_at: epochSeconds(now + AUDIT_RETENTION),
  };
};

export const recordAudit = async (
  user: UserScope,
  action: AuditAction,
  facts: Partial<Origin> & { target?: string },
  now: number,
): Promise<void> => {
  await putItem(auditItem(user, action, facts, now), { when: 'attribute_not_exists(#pk)' });
};

/** Newest first; `after` and `next` are sort keys. */
export const listAudit = async (
  user: UserScope,
  { limit, after, now }: { limit: number; after?: string; now: number },
): Promise<{ items: AuditEntry[]; next: string | undefined }> => {
  const range = { ...ranges.audit(user), newestFirst: true };
  // The table removes an expired entry within days: until then it is left out here.
  const isKept = (item: Item): boolean => Number(item.expires_at) > now / SECOND;
  return queryFiltered({ ...range, limit, ...(after && { after }) }, (items) =>
    items.map((item) => (isKept(item) ? auditEntrySchema.parse(item) : undefined)),
  );
};
