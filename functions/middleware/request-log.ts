import { type Clock, systemClock } from '../../shared/core/clock.ts';
import { log } from '../../shared/observability/log.ts';
import { exchangeOf, type RestMiddleware, type RestRequest } from '../routing/exchange.ts';

/** One line per request: which operation, for whom, with which outcome. Never headers, query strings or bodies. */
export const requestLog = (clock: Clock = systemClock): RestMiddleware => {
  const close = ({ event, response }: RestRequest): void => {
    const { operation, identity, startedAt } = exchangeOf(event);
    log.info('request', {
      route: operation ? `${operation.method} ${operation.path}` : 'none',
      status: response?.statusCode,
      duration_ms: clock.now() - startedAt,
      ...(identity && { user_id: identity.scope.userId, via: identity.via }),
    });
  };
  return {
    after: close,
    onError: close,
  };
};
