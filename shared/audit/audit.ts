import * as z from 'zod';
import { DAY, epochSeconds, isoTime } from '../core/clock.ts';
import { newId, ulidOf } from '../core/ids.ts';
import type { UserScope } from '../core/scope.ts';
import { wholeNumber } from '../platform/configuration.ts';
import { auditKeys, putItem, SCHEMA_VERSION } from '../store/index.ts';
import { accountActions } from './account-actions.ts';

const auditActions = [
  'registered',
  'signed_in',
  'sign_in_failed',
  'refresh_reused',
  'signed_out',
  'api_key_created',
  'api_key_used',
  'api_key_revoked',
  'access_refused',
  'project_deleted',
  'secret_stored',
  'secret_deleted',
  'preview_published',
  'preview_extended',
  'preview_ended',
  'preview_started',
  'preview_stopped',
  'preview_restarted',
  'provider_key_stored',
  'provider_key_deleted',
  'stream_opened',
  'stream_closed',
  'model_called',
  'approval_decided',
  'data_deleted',
  'data_exported',
  'data_imported',
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
  'permission_revoked',
  'role_granted',
  'role_revoked',
  'tier_changed',
  'account_locked',
  'account_unlocked',
  'budget_changed',
  'tiers_listed',
  'tier_stored',
  'tier_removed',
  'users_listed',
  'user_read',
  'runs_listed',
  'usage_read',
  'errors_read',
  'spaces_read',
  'audit_exported',
  ...accountActions,
] as const;
export const auditActionSchema = z.enum(auditActions).meta({ id: 'AuditAction' });
export type AuditAction = z.infer<typeof auditActionSchema>;

/** Where a request came from. */
export type Origin = { sourceIp: string; userAgent: string; requestId: string };

export const auditEntrySchema = z
  .object({
    id: z.string(),
    action: auditActionSchema,
    at: z.string(),
    source_ip: z.string().optional(),
    user_agent: z.string().optional(),
    request_id: z.string().optional(),
    /** What it was done to: the id of a key, a project, a session. */
    target: z.string().optional(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** An entry as administrators see it: also with the id that somebody tried who has no such thing. */
export const fullAuditEntrySchema = auditEntrySchema.extend({ attempted: z.string().optional() });

/** What an entry says beside its action and time. */
export type AuditFacts = Partial<Origin> & { target?: string; attempted?: string | undefined };

/** Where the deployment does not say. */
const DEFAULT_RETENTION_DAYS = 365;

/** An entry as an item, for the transaction with the change it records. Metadata only; entries are never changed. */
export const auditItem = (user: UserScope, action: AuditAction, facts: AuditFacts, now: number) => {
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
    attempted: facts.attempted,
    expires_at: epochSeconds(now + wholeNumber('auditRetention', DEFAULT_RETENTION_DAYS) * DAY),
  };
};

export const recordAudit = async (
  user: UserScope,
  action: AuditAction,
  facts: AuditFacts,
  now: number,
): Promise<void> => {
  await putItem(auditItem(user, action, facts, now), { when: 'attribute_not_exists(#pk)' });
};
