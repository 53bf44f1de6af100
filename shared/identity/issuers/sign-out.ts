import { type Origin, recordAudit } from '../../audit/index.ts';
import { epochSeconds, MINUTE } from '../../core/clock.ts';
import { authenticated } from '../../core/scope.ts';
import { log } from '../../observability/log.ts';
import { putItem, SCHEMA_VERSION, userKeys } from '../../store/index.ts';
import { closeSockets } from '../sockets.ts';
import type { Issued } from './verify.ts';

/**
 * Denies one token of another issuer until it would have ended, and closes its sockets. The session at the issuer goes on:
 * only it can end that.
 */
export const signOutIssued = async (
  { userId, credential, expiresAt }: Issued,
  { origin, now }: { origin: Origin; now: number },
): Promise<void> => {
  const user = authenticated({ userId });
  const expires_at = epochSeconds(expiresAt + MINUTE);
  await putItem({ ...userKeys.revoked(user, credential), v: SCHEMA_VERSION, expires_at });
  await recordAudit(user, 'signed_out', { ...origin, target: credential }, now);
  log.info('signed out', { user_id: userId, source_ip: origin.sourceIp });
  await closeSockets(user, { credential });
};
