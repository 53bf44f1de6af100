import type { UserScope } from '../../shared/core/scope.ts';
import { newFamily } from '../../shared/identity/family.ts';
import type { RefreshToken } from '../../shared/identity/refresh-token.ts';
import { putItem } from '../../shared/store/index.ts';

/** A sign-in that began at this time, as the table keeps it, and its first refresh token. */
export const startFamily = async (user: UserScope, now: number): Promise<RefreshToken> => {
  const { token, item } = newFamily(user, { began: now, now, hints: { device: 'test', network: 'test' } });
  await putItem(item);
  return token;
};
