import * as z from 'zod';
import { type AuditFilter, allAudit, fullAuditEntrySchema } from '../audit/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import type { UserScope } from '../core/scope.ts';
import { everyUser } from './walk.ts';

export const exportedEntrySchema = fullAuditEntrySchema
  .extend({ user_id: z.string() })
  .meta({ id: 'ExportedAuditEntry' });

/**
 * Audit trails as NDJSON, user by user, those who registered last first, and of each the oldest entry first unless asked
 * otherwise. That of one user is found after they were removed too.
 */
export async function* exportAudit(
  { user, ...wanted }: AuditFilter & { user?: UserScope | undefined; newestFirst?: boolean },
  clock: Clock = systemClock,
): AsyncGenerator<string> {
  const now = clock.now();
  for await (const owner of user ? [user] : everyUser()) {
    for await (const entry of allAudit(owner, { ...wanted, now })) {
      yield `${JSON.stringify({ user_id: owner.userId, ...entry })}\n`;
    }
  }
}
