import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type { RestHandler } from '../../functions/middleware/rest-handler.ts';
import { checkResponse } from './openapi/check-response.ts';

export type Call = {
  headers?: Record<string, string>;
  query?: Record<string, string | string[]>;
  /** Anything but a text is sent as JSON. */
  body?: unknown;
  token?: string;
  cookie?: string;
  sourceIp?: string;
  /** What the address has before the path: the stage, at the address API Gateway itself gives. */
  basePath?: string;
};

export type Answer = {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  // biome-ignore lint/suspicious/noExplicitAny: what an endpoint answers is what the test is about
  body: any;
  text: string;
};

let requests = 0;

/** A request as API Gateway hands it to a function. */
export const restEvent = (method: string, path: string, call: Call = {}): APIGatewayProxyEvent => {
  const { query = {}, body, token, cookie, sourceIp = '203.0.113.7', basePath = '' } = call;
  requests += 1;
  const headers: Record<string, string> = {
    'User-Agent': 'test',
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    ...(cookie !== undefined && { Cookie: cookie }),
    ...call.headers,
  };
  const lists = Object.entries(query).map(([name, value]) => [name, [value].flat()] as const);
  return {
    httpMethod: method,
    path,
    resource: '/{proxy+}',
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    queryStringParameters: Object.fromEntries(lists.map(([name, values]) => [name, values.at(-1)])),
    multiValueQueryStringParameters: Object.fromEntries(lists.map(([name, values]) => [name, [...values]])),
    pathParameters: null,
    stageVariables: null,
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: {
      requestId: `request-${requests}`,
      path: `${basePath}${path}`,
      identity: { sourceIp, userAgent: 'test' },
    } as unknown as APIGatewayProxyEvent['requestContext'],
  };
};

const answerOf = ({ statusCode, headers = {}, multiValueHeaders = {}, body }: APIGatewayProxyResult): Answer => {
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const json = body !== '' && (plain['content-type'] ?? '').startsWith('application/json');
  const cookies = (multiValueHeaders['set-cookie'] ?? []).map(String);
  return { status: statusCode, headers: plain, cookies, body: json ? JSON.parse(body) : undefined, text: body };
};

const checked = (method: string, path: string, answer: Answer): Answer => {
  const { status, headers, text } = answer;
  const has = (header: string) => headers[header.toLowerCase()] !== undefined;
  checkResponse({ method, path, status, contentType: headers['content-type'] ?? null, text, has });
  return answer;
};

/** Calls a REST function in this process. Each answer is checked against the OpenAPI document. */
export const caller =
  (handler: RestHandler) =>
  async (method: string, path: string, call?: Call): Promise<Answer> =>
    checked(
      method,
      path,
      answerOf(await handler(restEvent(method, path, call), { awsRequestId: 'invocation' } as Context)),
    );

/** The value of a cookie that an answer sets, as a `Cookie` header sends it back. */
export const cookieFrom = ({ cookies }: Answer): string => (cookies[0] ?? '').split(';')[0] ?? '';
