import { epochSeconds, MINUTE, SECOND } from '../core/clock.ts';
import type { UserScope } from '../core/scope.ts';
import { getItems, putItem, SCHEMA_VERSION, userKeys } from '../store/index.ts';
import { ACCESS_TOKEN_AGE } from './access-token.ts';

/**
 * The deny-list: a `jti`, or the family of a sign-in, which stands for every access token that came from it. An entry
 * outlives the tokens it denies, and no longer; a minute covers clocks that differ.
 */
export const revoke = async (user: UserScope, id: string, now: number): Promise<void> => {
  const expires_at = epochSeconds(now + ACCESS_TOKEN_AGE + MINUTE);
  await putItem({ ...userKeys.revoked(user, id), v: SCHEMA_VERSION, expires_at });
};

/** Read from the table on every request: a sign-out takes effect with the next request. */
export const isRevoked = async (user: UserScope, ids: string[], now: number): Promise<boolean> => {
  const items = await getItems(ids.map((id) => userKeys.revoked(user, id)));
  return items.some(({ expires_at }) => Number(expires_at) > now / SECOND);
};
