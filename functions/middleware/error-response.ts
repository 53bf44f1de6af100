import { type Clock, isoTime, systemClock } from '../../shared/core/clock.ts';
import { ArtelError, INTERNAL_ERROR } from '../../shared/core/errors.ts';
import { log } from '../../shared/observability/log.ts';
import { outageIn } from '../../shared/platform/outage.ts';
import { exchangeOf, type RestMiddleware } from '../routing/exchange.ts';

/** What an error shape gets of the failed request. */
export type Failed = { path: string; headers: Record<string, string>; requestId: string; now: number };
/** The body of an error. Some clients expect another service's format. */
export type ErrorShape = (
  error: unknown,
  about: Failed,
) => { status: number; body: unknown; retryAfter?: number | undefined; headers?: Record<string, string> };

/**
 * The one shape of errors. The text of an `ArtelError` is for the client; any other error is a defect, whose text stays in
 * the log.
 */
const ownShape: ErrorShape = (error, { requestId, now }) => {
  const known = error instanceof ArtelError ? error : undefined;
  return {
    status: known?.status ?? 500,
    retryAfter: known?.retryAfter,
    body: {
      detail: known?.message ?? INTERNAL_ERROR.detail,
      error_code: known?.code ?? INTERNAL_ERROR.error_code,
      timestamp: isoTime(now),
      request_id: requestId,
      ...(known?.errors && { errors: known.errors }),
    },
  };
};

/** Every 401 is the same, so that a forger learns nothing from it (RFC 6750 asks for the challenge). */
export const errorResponse = (clock: Clock = systemClock, shape: ErrorShape = ownShape): RestMiddleware => ({
  onError: (request) => {
    const { requestId, replyHeaders, headers: asked } = exchangeOf(request.event);
    const about = { path: request.event.path, headers: asked, requestId, now: clock.now() };
    const { status, body, retryAfter, headers } = shape(outageIn(request.error) ?? request.error, about);
    if (status >= 500) log.error('request failed', { error: request.error as Error });
    request.response = {
      statusCode: status,
      headers: {
        'content-type': 'application/json',
        ...replyHeaders,
        ...headers,
        ...(status === 401 && { 'www-authenticate': 'Bearer' }),
        ...(retryAfter !== undefined && { 'retry-after': String(Math.max(1, Math.ceil(retryAfter))) }),
      },
      body: JSON.stringify(body),
    };
  },
});
