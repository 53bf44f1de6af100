import type { APIGatewayProxyEvent } from 'aws-lambda';
import { headerOf } from '../routing/credentials.ts';

/** Anthropic's clients send their key in `x-api-key`. Beside an `Authorization` it says nothing. */
export const withBearer = (event: APIGatewayProxyEvent): APIGatewayProxyEvent => {
  const key = headerOf(event.headers, 'x-api-key');
  if (key === undefined || headerOf(event.headers, 'authorization') !== undefined) return event;
  return { ...event, headers: { ...event.headers, authorization: `Bearer ${key}` } };
};
