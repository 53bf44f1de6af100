import { type Clock, systemClock } from '../../shared/core/clock.ts';
import { exchangeOf, openExchange, type RestMiddleware, type RestRequest } from '../routing/exchange.ts';

/** Opens the exchange, and names the request in every answer so that a client and a log line can be brought together. */
export const requestId = (clock: Clock = systemClock): RestMiddleware => {
  const name = ({ event, response }: RestRequest): void => {
    if (response) response.headers = { ...response.headers, 'x-request-id': exchangeOf(event).requestId };
  };
  return {
    before: ({ event, context }) =>
      openExchange(event, event.requestContext.requestId ?? context.awsRequestId, clock.now()),
    after: name,
    onError: name,
  };
};
