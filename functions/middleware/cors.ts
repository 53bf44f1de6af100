import { optional } from '../../shared/platform/configuration.ts';
import { exchangeOf, type RestMiddleware } from './exchange.ts';

const ALLOWED_HEADERS = 'authorization, content-type, idempotency-key, last-event-id, x-artel-session';
const EXPOSED_HEADERS = 'etag, retry-after, x-request-id, ratelimit-limit, ratelimit-remaining, ratelimit-reset';
/** Ten minutes: browsers ask again soon enough after a change of the allowed origins. */
const PREFLIGHT_AGE = '600';

/**
 * Lets the configured origins read answers. Only a named origin may send the refresh cookie along: with `*` the standard
 * forbids credentials. A preflight is answered 204 by the handler; here it gets its headers.
 */
export const cors = (origins: () => string | undefined = () => optional('allowedOrigins')): RestMiddleware => ({
  before: ({ event }) => {
    const { headers, replyHeaders } = exchangeOf(event);
    const allowed = (origins() ?? '').split(',').map((origin) => origin.trim());
    const everyone = allowed.includes('*');
    if (!everyone) replyHeaders.vary = 'origin';
    const { origin } = headers;
    if (origin === undefined || !(everyone || allowed.includes(origin))) return;
    replyHeaders['access-control-allow-origin'] = everyone ? '*' : origin;
    if (!everyone) replyHeaders['access-control-allow-credentials'] = 'true';
    replyHeaders['access-control-expose-headers'] = EXPOSED_HEADERS;
    if (event.httpMethod !== 'OPTIONS') return;
    replyHeaders['access-control-allow-headers'] = ALLOWED_HEADERS;
    replyHeaders['access-control-max-age'] = PREFLIGHT_AGE;
  },
});
