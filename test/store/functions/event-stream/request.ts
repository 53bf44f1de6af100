import type { APIGatewayProxyEvent, Context } from 'aws-lambda';

/** A request for a session's events as API Gateway hands it over. */
export const eventsRequest = (
  session: string,
  { query = {}, headers = {}, prefix = '/my', method = 'GET' }: Partial<Asked> = {},
): APIGatewayProxyEvent => {
  const path = `${prefix}/chat/${session}/events`;
  const lists = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]]));
  return {
    resource: '/my/chat/{session_id}/events',
    path,
    httpMethod: method,
    headers: { Authorization: 'Bearer token', ...headers },
    multiValueHeaders: {},
    queryStringParameters: query,
    multiValueQueryStringParameters: lists,
    pathParameters: { session_id: session },
    stageVariables: null,
    body: null,
    isBase64Encoded: false,
    requestContext: { requestId: 'req-1', identity: { sourceIp: '127.0.0.1' } },
  } as unknown as APIGatewayProxyEvent;
};

type Asked = {
  query: Record<string, string>;
  headers: Record<string, string>;
  prefix: string;
  method: string;
};

export const context = {
  awsRequestId: 'req-1',
  getRemainingTimeInMillis: () => 900_000,
} as unknown as Context;
