import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { type Clock, systemClock } from '../../shared/core/clock.ts';
import { exchangeOf, openExchange, type RestMiddleware, type RestRequest } from '../routing/exchange.ts';

/** API Gateway's id of the request, or Lambda's own if there is none. */
export const requestIdOf = ({ requestContext }: APIGatewayProxyEvent, { awsRequestId }: Context): string =>
  requestContext.requestId ?? awsRequestId;

/** Opens the exchange, and puts the request's id into every answer, so that it can be found in the log. */
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
