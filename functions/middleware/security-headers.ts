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

export const securityHeaders = (): RestMiddleware => {
  const add = ({ event, response }: RestRequest): void => {
    if (response) response.headers = { ...SECURITY_HEADERS, ...response.headers, ...exchangeOf(event).replyHeaders };
  };
  return { after: add, onError: add };
};
