import { type Clock, systemClock } from '../core/clock.ts';
import type { Identity } from '../core/identity.ts';
import { authenticated } from '../core/scope.ts';
import { verifyAccessToken } from './access-token.ts';
import { isApiKeyText } from './api-key-text.ts';
import { authenticateApiKey } from './api-keys.ts';
import { notSignedIn } from './not-signed-in.ts';
import { isRevoked } from './revocation.ts';

/** The identity of a bearer token: the one way in, for requests, streams and sockets alike. 401 otherwise. */
export const authenticateBearer = async (token: string, clock: Clock = systemClock): Promise<Identity> => {
  const now = clock.now();
  if (isApiKeyText(token)) return await authenticateApiKey(token, now);
  const { userId, roles, projectId, family, jti, expiresAt } = await verifyAccessToken(token, now);
  const scope = authenticated({ userId, roles });
  if (await isRevoked(scope, [jti, family], now)) throw notSignedIn('revoked token');
  return { scope, projectId, via: 'token', credential: jti, family, expiresAt };
};
