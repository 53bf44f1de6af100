import type { AuditAction } from '../../shared/audit/index.ts';
import { recordAudit } from '../../shared/audit/index.ts';
import { systemClock } from '../../shared/core/clock.ts';
import type { UserScope } from '../../shared/core/scope.ts';
import type { RequestFacts } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';

/**
 * What an administrator did, in their own audit log with from where, and in that of the user it concerns, if it is one.
 * It is written before the answer is given: what nobody could see afterwards is not shown.
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
