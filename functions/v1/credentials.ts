import type { APIGatewayProxyEvent } from 'aws-lambda';

/** Anthropic's clients send their key in `x-api-key`. Beside an `Authorization` it says nothing. */
export const withBearer = (event: APIGatewayProxyEvent): APIGatewayProxyEvent => {
  const named = (wanted: string): string | undefined =>
    Object.entries(event.headers ?? {}).find(([name]) => name.toLowerCase() === wanted)?.[1];
  const key = named('x-api-key');
  if (key === undefined || named('authorization') !== undefined) return event;
  return { ...event, headers: { ...event.headers, authorization: `Bearer ${key}` } };
};
