import { epochSeconds, MINUTE } from '../core/clock.ts';
import type { UserScope } from '../core/scope.ts';
import { putItem, SCHEMA_VERSION, userKeys } from '../store/index.ts';
import { ACCESS_TOKEN_AGE } from './access-token.ts';

/**
 * The deny-list: a `jti`, or the family of a sign-in, which stands for every access token that came from it. An entry
 * outlives the tokens it denies, and no longer; a minute covers clocks that differ.
 */
export const revoke = async (user: UserScope, id: string, now: number): Promise<void> => {
  const expires_at = epochSeconds(now + ACCESS_TOKEN_AGE + MINUTE);
  await putItem({ ...userKeys.revoked(user, id), v: SCHEMA_VERSION, expires_at });
};
