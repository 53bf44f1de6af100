import { afterEach, expect, test } from 'vitest';
import { type Gateway, type GatewayOptions, startGateway } from '../../../infra/local/services/api-gateway/server.ts';
import { FunctionError, Throttled } from '../../../infra/local/services/lambda/invoker.ts';
import { authorizerOf, deferred, Functions, ManualTimers } from './doubles.ts';
import { API, resource, restApi } from './template.ts';

let gateway: Gateway | undefined;
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
});

const ROUTES = {
  'ANY /auth': { function: 'auth' },
  'ANY /auth/{proxy+}': { function: 'auth' },
  'ANY /my/chat/{session_id}/{proxy+}': { function: 'my' },
  'GET /health': { function: 'system' },
};
const OK = { statusCode: 200, body: '{}' };

async function start(functions: Functions, options: Partial<GatewayOptions> = {}): Promise<string> {
  gateway = await startGateway({
    resources: restApi(ROUTES),
    invoker: functions,
    authorizer: authorizerOf(),
    port: 0,
    log: () => undefined,
    ...options,
  });
  return gateway.url;
}

test('a function receives the REST proxy event of version 1.0', async () => {
  const functions = new Functions({ my: () => OK });
  const url = await start(functions);
  await fetch(`${url}/my/chat/ses_1/messages/a%20b?limit=1&limit=2&q=x%26y`, {
    method: 'POST',
    headers: { 'X-Custom': 'alice', 'User-Agent': 'test', Cookie: 'a=1; b=2' },
    body: '{"content":"hé"}',
  });
  const event = functions.restEvent();
  expect(event).toMatchObject({
    resource: '/my/chat/{session_id}/{proxy+}',
    path: '/my/chat/ses_1/messages/a%20b',
    httpMethod: 'POST',
    pathParameters: { session_id: 'ses_1', proxy: 'messages/a b' },
    queryStringParameters: { limit: '2', q: 'x&y' },
    multiValueQueryStringParameters: { limit: ['1', '2'], q: ['x&y'] },
    stageVariables: null,
    body: '{"content":"hé"}',
    isBase64Encoded: false,
  });
  expect(event.requestContext).toMatchObject({
    accountId: '000000000000',
    stage: 'dev',
    path: '/my/chat/ses_1/messages/a%20b',
    resourcePath: '/my/chat/{session_id}/{proxy+}',
    httpMethod: 'POST',
    protocol: 'HTTP/1.1',
    domainName: 'localhost',
    identity: { sourceIp: '127.0.0.1', userAgent: 'test' },
  });
  expect(event.requestContext.requestId).toMatch(/^[\da-f-]{36}$/);
  expect(event.requestContext.requestTime).toMatch(/^\d{2}\/\w{3}\/\d{4}:\d{2}:\d{2}:\d{2} \+0000$/);
  const lower = Object.fromEntries(Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value]));
  expect(lower).toMatchObject({ 'x-custom': 'alice', cookie: 'a=1; b=2', 'x-forwarded-for': '127.0.0.1' });
  expect(lower).not.toHaveProperty('content-length');
});

test('a request without query, variables or body has null for each of them', async () => {
  const functions = new Functions({ system: () => OK });
  const url = await start(functions);
  await fetch(`${url}/health`);
  expect(functions.restEvent()).toMatchObject({
    pathParameters: null,
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    body: null,
  });
});

test('a client cannot choose its own source address', async () => {
  const functions = new Functions({ system: () => OK });
  const url = await start(functions);
  await fetch(`${url}/health`, { headers: { 'X-Forwarded-For': '203.0.113.9' } });
  const event = functions.restEvent();
  expect(event.requestContext.identity.sourceIp).toBe('127.0.0.1');
  expect(event.headers['X-Forwarded-For']).toBe('203.0.113.9, 127.0.0.1');
});

test('a reply keeps its status, its headers and every cookie', async () => {
  const reply = {
    statusCode: 201,
    headers: { 'X-One': 'a', 'Set-Cookie': 'lost=1' },
    multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
    body: 'created',
  };
  const url = await start(new Functions({ auth: () => reply }));
  const response = await fetch(`${url}/auth/login`, { method: 'POST' });
  expect([response.status, await response.text()]).toEqual([201, 'created']);
  expect(response.headers.get('x-one')).toBe('a');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(response.headers.get('x-amzn-requestid')).toMatch(/^[\da-f-]{36}$/);
});

test('bodies are base64 in both directions for the media types the API calls binary', async () => {
  const functions = new Functions({
    auth: (event: { body: string }) => ({ statusCode: 200, isBase64Encoded: true, body: event.body }),
  });
  const api = resource(API.type, API.logicalId, { ...API.properties, BinaryMediaTypes: ['image/*'] });
  const resources = restApi(ROUTES).map((one) => (one.type === API.type ? api : one));
  const url = await start(functions, { resources });
  const bytes = Uint8Array.of(0, 255, 128, 7);
  const headers = { 'Content-Type': 'image/png', Accept: 'image/png' };
  const response = await fetch(`${url}/auth`, { method: 'POST', headers, body: bytes });
  expect(functions.restEvent()).toMatchObject({ body: 'AP+ABw==', isBase64Encoded: true });
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
});

test.each([
  ['an unknown path', 'GET', '/nothing'],
  ['a resource without methods', 'GET', '/my'],
  ['a verb the resource does not have', 'POST', '/health'],
])('%s answers 403 Missing Authentication Token', async (_case, method, path) => {
  const url = await start(new Functions({}));
  const response = await fetch(url + path, { method });
  expect([response.status, await response.json()]).toEqual([403, { message: 'Missing Authentication Token' }]);
});

test('a trailing slash leads to the same resource', async () => {
  const functions = new Functions({ system: () => OK });
  const url = await start(functions);
  expect((await fetch(`${url}/health/`)).status).toBe(200);
  expect(functions.restEvent().resource).toBe('/health');
});

test.each(['/my/chat/%zz/messages', '/health?a={b}'])('%s answers 400', async (path) => {
  const url = await start(new Functions({}));
  const { hostname, port } = new URL(url);
  const { request } = await import('node:http');
  const answered = deferred<number | undefined>();
  request({ hostname, port, path, family: 4 }, (response) => answered.resolve(response.resume().statusCode)).end();
  expect(await answered.promise).toBe(400);
});

test('a body over the limit answers 413 and never reaches the function', async () => {
  const functions = new Functions({ auth: () => OK });
  const url = await start(functions, { limits: { payloadBytes: 1000 } });
  const declared = await fetch(`${url}/auth`, { method: 'POST', body: 'x'.repeat(1001) });
  const chunks = new ReadableStream({
    start(controller) {
      for (let index = 0; index < 20; index += 1) controller.enqueue(new TextEncoder().encode('x'.repeat(100)));
      controller.close();
    },
  });
  const chunked = await fetch(`${url}/auth`, { method: 'POST', body: chunks, duplex: 'half' } as RequestInit);
  expect([declared.status, chunked.status, functions.calls.length]).toEqual([413, 413, 0]);
});

test('a body Lambda would not take answers 413 although the gateway would', async () => {
  const functions = new Functions({ auth: () => OK });
  const url = await start(functions);
  const response = await fetch(`${url}/auth`, { method: 'POST', body: 'x'.repeat(7 * 1024 * 1024) });
  expect([response.status, functions.calls.length]).toEqual([413, 0]);
});

test('a function that takes longer than 29 seconds answers 504 and its late reply is dropped', async () => {
  const timers = new ManualTimers();
  const late = deferred<unknown>();
  const functions = new Functions({ auth: () => late.promise });
  const url = await start(functions, { timers });
  const pending = fetch(`${url}/auth`);
  await functions.begun(1);
  timers.advance(29_000);
  const response = await pending;
  expect([response.status, await response.json()]).toEqual([504, { message: 'Endpoint request timed out' }]);
  late.resolve(OK);
});

const boom = () => {
  throw new FunctionError('TypeError', 'secret detail');
};
test.each([
  ['a function that throws', boom],
  ['a reply that is a string', () => 'hello'],
  ['a reply with a field of its own', () => ({ ...OK, cookies: ['a=1'] })],
  ['a reply whose body is an object', () => ({ statusCode: 200, body: {} })],
  ['a reply with an impossible status', () => ({ statusCode: 999 })],
  ['a header that cannot be sent', () => ({ ...OK, headers: { 'x-bad': 'a\nb' } })],
])('%s answers 502 and reveals nothing more', async (_case, handler) => {
  const url = await start(new Functions({ auth: handler }));
  const response = await fetch(`${url}/auth`);
  expect([response.status, await response.json()]).toEqual([502, { message: 'Internal server error' }]);
});

const throttled = () => {
  throw new Throttled('auth');
};

test('a throttled function answers 500, as Lambda documents for invocations it rejects', async () => {
  const url = await start(new Functions({ auth: throttled }));
  expect((await fetch(`${url}/auth`)).status).toBe(500);
});

test('a GatewayResponse for INTEGRATION_FAILURE turns throttling into its own status', async () => {
  const response = resource('AWS::ApiGateway::GatewayResponse', 'Busy', {
    ResponseType: 'INTEGRATION_FAILURE',
    StatusCode: '429',
  });
  const url = await start(new Functions({ auth: throttled }), { resources: restApi(ROUTES, [response]) });
  expect((await fetch(`${url}/auth`)).status).toBe(429);
});

test('a GatewayResponse template shapes the gateway’s own answers', async () => {
  const response = resource('AWS::ApiGateway::GatewayResponse', 'Default4xx', {
    ResponseType: 'DEFAULT_4XX',
    ResponseTemplates: {
      'application/json': '{"detail":$context.error.messageString,"request_id":"$context.requestId"}',
    },
    ResponseParameters: {
      'gatewayresponse.header.Access-Control-Allow-Origin': 'method.request.header.Origin',
      'gatewayresponse.header.X-Kind': "'gateway'",
    },
  });
  const url = await start(new Functions({}), { resources: restApi(ROUTES, [response]) });
  const answer = await fetch(`${url}/nothing`, { headers: { Origin: 'https://example.com' } });
  expect(answer.status).toBe(403);
  expect(await answer.json()).toEqual({
    detail: 'Missing Authentication Token',
    request_id: answer.headers.get('x-amzn-requestid'),
  });
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://example.com');
  expect(answer.headers.get('x-kind')).toBe('gateway');
});

test('a route without a Lambda permission answers 500 and logs which function it is', async () => {
  const lines: string[] = [];
  const functions = new Functions({ auth: () => OK });
  const resources = restApi(ROUTES).filter(({ type }) => type !== 'AWS::Lambda::Permission');
  const url = await start(functions, { resources, log: (line) => lines.push(line) });
  expect((await fetch(`${url}/auth`)).status).toBe(500);
  expect(functions.calls).toEqual([]);
  expect(lines[0]).toContain('apigateway.amazonaws.com is not allowed to lambda:InvokeFunction on auth');
});

test('a request that offers HTTP/2 is served as HTTP/1.1', async () => {
  const functions = new Functions({ system: () => OK });
  const url = await start(functions);
  const { request } = await import('node:http');
  const answered = deferred<number | undefined>();
  const headers = { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABk' };
  request(`${url}/health`, { headers, family: 4 }, (response) => answered.resolve(response.resume().statusCode)).end();
  expect(await answered.promise).toBe(200);
});
