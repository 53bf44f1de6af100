import type { Origin } from '../audit/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import type { Identity } from '../core/identity.ts';
import { authenticated } from '../core/scope.ts';
import { verifyAccessToken } from './access-token.ts';
import { isApiKeyText } from './api-key-text.ts';
import { authenticateApiKey } from './api-keys.ts';
import { authenticateIssued, readIssued } from './issuers/authenticate.ts';
import { requireStanding } from './standing.ts';

type Options = {
  origin?: Partial<Origin>;
  clock?: Clock;
  /** Whether somebody whom another issuer vouches for becomes a user. */
  makes?: boolean;
};

/**
 * The identity of a bearer token, ours or of another issuer: the one way in, for requests, streams and sockets alike. 401
 * otherwise, and 403 for an account that is locked.
 */
export const authenticateBearer = async (
  token: string,
  { origin = {}, clock = systemClock, makes = true }: Options = {},
): Promise<Identity> => {
  const now = clock.now();
  if (isApiKeyText(token)) return await authenticateApiKey(token, origin, now);
  const issued = await readIssued(token, now);
  if (issued) return await authenticateIssued(issued, { makes, now });
  const { userId, projectId, family, jti, expiresAt } = await verifyAccessToken(token, now);
  const { roles, tier } = await requireStanding(authenticated({ userId }), [jti, family], now);
  const scope = authenticated({ userId, roles });
  return { scope, projectId, via: 'token', credential: jti, tier, family, expiresAt };
};
