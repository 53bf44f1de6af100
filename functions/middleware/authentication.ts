import type { Origin } from '../../shared/audit/index.ts';
import { Forbidden, Unauthorized } from '../../shared/core/errors.ts';
import type { Identity } from '../../shared/core/identity.ts';
import { authenticateBearer, notSignedIn } from '../../shared/identity/index.ts';
import { log } from '../../shared/observability/log.ts';
import { bearerToken } from '../routing/credentials.ts';
import { type Exchange, exchangeOf, type RestMiddleware } from '../routing/exchange.ts';
import { isScrapeKey } from '../routing/scrape-key.ts';
import { senderOf } from './request-context.ts';

export type Authenticate = (token: string, origin: Origin) => Promise<Identity>;

const byBearer: Authenticate = (token, origin) => authenticateBearer(token, { origin });

/**
 * Turns the bearer token into a scope, or answers 401, or 403 where the account is locked. Each attempt is logged with its outcome
 * but without the token. What the person may do is decided later: see `authorization.ts`.
 */
export const authentication = (authenticate: Authenticate = byBearer): RestMiddleware => ({
  before: async ({ event }) => {
    const exchange = exchangeOf(event);
    const { operation } = exchange;
    if (!operation || operation.access === 'public') return;
    const origin = senderOf(event, exchange);
    const source_ip = origin.sourceIp;
    try {
      const token = tokenOf(exchange);
      if (operation.takesScrapeKey && isScrapeKey(token)) return;
      exchange.identity = await authenticate(token, origin);
    } catch (error) {
      if (error instanceof Unauthorized || error instanceof Forbidden) {
        log.warn('request refused', { status: error.status, reason: reasonOf(error), source_ip });
      }
      throw error;
    }
    const { scope, via, credential } = exchange.identity;
    log.info('request authenticated', { user_id: scope.userId, via, credential, source_ip });
  },
});

const tokenOf = ({ headers }: Exchange): string => {
  const token = bearerToken(headers.authorization);
  if (token === undefined) throw notSignedIn('no bearer token');
  return token;
};

const reasonOf = ({ cause, message }: Error): string =>
  cause instanceof Error ? cause.message : String(cause ?? message);
