import { type Clock, isoTime, systemClock } from '../../shared/core/clock.ts';
import { ArtelError } from '../../shared/core/errors.ts';
import { log } from '../../shared/observability/log.ts';
import { exchangeOf, type RestMiddleware } from './exchange.ts';

/**
 * The one shape of errors. An `ArtelError` was worded for the client; anything else is a defect, whose text stays in the
 * log. Every 401 is the same, so that a forger learns nothing from it (RFC 6750 asks for the challenge).
 */
export const errorResponse = (clock: Clock = systemClock): RestMiddleware => ({
  onError: (request) => {
    const { requestId, replyHeaders } = exchangeOf(request.event);
    const known = request.error instanceof ArtelError ? request.error : undefined;
    const status = known?.status ?? 500;
    if (status >= 500) log.error('request failed', { error: request.error as Error });
    request.response = {
      statusCode: status,
      headers: {
        'content-type': 'application/json',
        ...replyHeaders,
        ...(status === 401 && { 'www-authenticate': 'Bearer' }),
        ...(known?.retryAfter !== undefined && { 'retry-after': String(Math.max(1, Math.ceil(known.retryAfter))) }),
      },
      body: JSON.stringify({
        detail: known?.message ?? 'Something went wrong on our side.',
        error_code: known?.code ?? 'internal_error',
        timestamp: isoTime(clock.now()),
        request_id: requestId,
        ...(known?.errors && { errors: known.errors }),
      }),
    };
  },
});
