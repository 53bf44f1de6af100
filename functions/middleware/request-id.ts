import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { type Clock, systemClock } from '../../shared/core/clock.ts';
import { exchangeOf, openExchange, type RestMiddleware, type RestRequest } from '../routing/exchange.ts';

/** API Gateway's id of the request; Lambda's own where the call came without one. */
export const requestIdOf = ({ requestContext }: APIGatewayProxyEvent, { awsRequestId }: Context): string =>
  requestContext.requestId ?? awsRequestId;

/** Opens the exchange, and names the request in every answer so that a client and a log line can be brought together. */
export const requestId = (clock: Clock = systemClock): RestMiddleware => {
  const name = ({ event, response }: RestRequest): void => {
    if (response) response.headers = { ...response.headers, 'x-request-id': exchangeOf(event).requestId };
  };
  return {
    before: ({ event, context }) => openExchange(event, requestIdOf(event, context), clock.now()),
    after: name,
    onError: name,
  };
};
