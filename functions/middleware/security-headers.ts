import { exchangeOf, type RestMiddleware, type RestRequest } from '../routing/exchange.ts';

/** Only an operation that answers a page or a document may set its own. */
export const SECURITY_HEADERS = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/** An answer may depend on several headers, each for a reason of its own. */
const varying = (...on: readonly unknown[]): string =>
  [...new Set(on.filter((names) => names !== undefined).flatMap((names) => String(names).split(', ')))].join(', ');

export const securityHeaders = (): RestMiddleware => {
  const add = ({ event, response }: RestRequest): void => {
    if (!response) return;
    const { replyHeaders } = exchangeOf(event);
    const { vary: own, ...others } = response.headers ?? {};
    const vary = varying(own, replyHeaders.vary);
    response.headers = { ...SECURITY_HEADERS, ...others, ...replyHeaders, ...(vary !== '' && { vary }) };
  };
  return { after: add, onError: add };
};
