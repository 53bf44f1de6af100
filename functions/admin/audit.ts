import type { AuditAction } from '../../shared/audit/index.ts';
import { recordAudit } from '../../shared/audit/index.ts';
import { systemClock } from '../../shared/core/clock.ts';
import type { UserScope } from '../../shared/core/scope.ts';
import type { RequestFacts } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';

/**
 * Records what an administrator did, and from where, in their own audit log and in that of the user it concerns, if any.
 * It is written before the answer is sent: nothing is shown without a trace.
 */
export const auditAdmin = async (
  admin: UserScope,
  action: AuditAction,
  { target, concerns, request }: { target: string; concerns?: UserScope; request: RequestFacts },
): Promise<void> => {
  const now = systemClock.now();
  await recordAudit(admin, action, { ...originOf(request), target }, now);
  if (concerns && concerns.userId !== admin.userId) await recordAudit(concerns, action, { target }, now);
};
