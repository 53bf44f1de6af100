import type { RestMiddleware, RestRequest } from '../routing/exchange.ts';

/** HEAD is GET without its body (RFC 9110, 9.3.2), whatever the answer is. */
export const headRequest = (): RestMiddleware => {
  const drop = ({ event, response }: RestRequest): void => {
    if (event.httpMethod === 'HEAD' && response) response.body = '';
  };
  return { after: drop, onError: drop };
};
