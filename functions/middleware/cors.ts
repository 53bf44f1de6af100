import { optional } from '../../shared/platform/configuration.ts';
import { exchangeOf, type RestMiddleware } from '../routing/exchange.ts';
import { originsIn } from './origins.ts';

/** Sent by the official clients of the APIs under `/v1`, beside their keys. */
const CLIENTS = [
  ...[
    'arch',
    'async',
    'custom-poll-interval',
    'helper',
    'helper-method',
    'lang',
    'os',
    'package-version',
    'poll-helper',
  ],
  ...['raw-response', 'read-timeout', 'retry-count', 'runtime', 'runtime-version', 'timeout'],
].map((name) => `x-stainless-${name}`);
const ALLOWED_HEADERS = [
  ...[
    'authorization',
    'content-type',
    'idempotency-key',
    'last-event-id',
    'x-artel-session',
    'x-artel-run',
    'x-api-key',
  ],
  ...['anthropic-beta', 'anthropic-dangerous-direct-browser-access', 'anthropic-version'],
  ...['openai-beta', 'openai-organization', 'openai-project', 'x-client-request-id'],
  ...CLIENTS,
].join(', ');
const EXPOSED_HEADERS = [
  ...['etag', 'retry-after', 'x-request-id', 'request-id', 'x-artel-session', 'x-artel-run', 'x-should-retry'],
  ...[
    'x-artel-ignored',
    'x-artel-max-tokens',
    'x-artel-cache',
    'x-artel-waiting',
    'x-next-cursor',
    'idempotency-replayed',
  ],
  ...['ratelimit', 'ratelimit-policy'],
].join(', ');
/** Ten minutes: browsers ask again soon enough after a change of the allowed origins. */
const PREFLIGHT_AGE = '600';

/**
 * Lets the configured origins read answers. Only a named origin may send the refresh cookie along: with `*` the standard
 * forbids credentials. A preflight is answered 204 by the handler; here it gets its headers.
 */
export const cors = (origins: () => string | undefined = () => optional('allowedOrigins')): RestMiddleware => ({
  before: ({ event }) => {
    const { headers, replyHeaders } = exchangeOf(event);
    const { everyone, named } = originsIn(origins());
    if (!everyone) replyHeaders.vary = 'origin';
    const { origin } = headers;
    if (origin === undefined || !(everyone || named.includes(origin))) return;
    replyHeaders['access-control-allow-origin'] = everyone ? '*' : origin;
    if (!everyone) replyHeaders['access-control-allow-credentials'] = 'true';
    replyHeaders['access-control-expose-headers'] = EXPOSED_HEADERS;
    if (event.httpMethod !== 'OPTIONS') return;
    replyHeaders['access-control-allow-headers'] = ALLOWED_HEADERS;
    replyHeaders['access-control-max-age'] = PREFLIGHT_AGE;
  },
});
