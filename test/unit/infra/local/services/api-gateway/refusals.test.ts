import { expect, test } from 'vitest';
import { refusals } from '../../../../../../infra/local/services/api-gateway/refusals.ts';
import { physicalIdOf } from '../../../../../../infra/local/template/identity.ts';
import type { Resource } from '../../../../../../infra/local/template/resource.ts';
import {
  API,
  lambdaUri,
  method,
  pathPart,
  ROOT,
  resource,
  restApi,
  SOCKET_API,
  SOCKET_API_ID,
  socketApi,
} from '../../../../../integration/gateway/template.ts';

const PROXY = { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: lambdaUri('f') };
const STREAM = { ...PROXY, Uri: lambdaUri('f', true), ResponseTransferMode: 'STREAM' };
const part = (name: string, parent = ROOT) => pathPart(`Part${name}${parent}`, parent, name);
const below = (parent: Resource, name: string) => part(name, physicalIdOf(parent));
const greedy = part('{proxy+}');
const withApi = (properties: Record<string, unknown>) => resource(API.type, API.logicalId, properties);

test('a tree that API Gateway accepts is not refused', () => {
  const routes = {
    'ANY /my/{proxy+}': { function: 'my' },
    'ANY /my/chat/{session_id}/{proxy+}': { function: 'my' },
    'GET /my/chat/{session_id}/events': { function: 'events', stream: true, timeoutMs: 900_000 },
  };
  expect(refusals([...restApi(routes), ...socketApi('socket', ['$connect', '$default'])])).toEqual([]);
});

test.each<[string, Resource[], string]>([
  [
    'two variable names among siblings',
    [API, part('{a}'), part('{b}')],
    '{a} and {b} below the root: siblings may have only one',
  ],
  ['a greedy variable beside another', [API, part('{a}'), greedy], '{a} and {proxy+} below the root: siblings'],
  [
    'a child of a greedy variable',
    [API, greedy, below(greedy, 'x')],
    'x below {proxy+}: a greedy path variable cannot have',
  ],
  [
    'a path part twice',
    [API, part('a'), resource('AWS::ApiGateway::Resource', 'Again', part('a').properties)],
    'a exists twice below the root',
  ],
  ['an invalid path part', [API, part('a b')], 'path part "a b" below the root may hold only'],
  ['a greedy sign outside the braces', [API, part('{a}+')], 'path part "{a}+"'],
  ['an empty path part', [API, part('')], 'path part "" below the root'],
  ['an unknown parent', [API, part('a', 'nobody')], 'a: unknown parent nobody'],
  [
    'a method without an integration',
    [API, method('M', 'GET', ROOT, undefined)],
    'M (AWS::ApiGateway::Method), GET: a method needs an integration',
  ],
  [
    'a method twice',
    [API, method('M', 'GET', ROOT, PROXY), method('N', 'GET', ROOT, PROXY)],
    'N (AWS::ApiGateway::Method), GET: the resource already has this method',
  ],
  ['an unknown verb', [API, method('M', 'FETCH', ROOT, PROXY)], 'unknown HTTP method FETCH'],
  ['a method of an unknown resource', [API, method('M', 'GET', 'nobody', PROXY)], 'unknown resource nobody'],
  [
    'a MOCK integration',
    [API, method('M', 'OPTIONS', ROOT, { Type: 'MOCK' })],
    'integration type "MOCK" is not supported, only AWS_PROXY',
  ],
  [
    'a Uri that is no Lambda invocation',
    [API, method('M', 'GET', ROOT, { ...PROXY, Uri: 'https://example.com' })],
    'Uri "https://example.com" is not a Lambda invocation',
  ],
  [
    'another integration verb',
    [API, method('M', 'GET', ROOT, { ...PROXY, IntegrationHttpMethod: 'GET' })],
    'a Lambda integration is called with POST',
  ],
  [
    'streaming with a buffered Uri',
    [API, method('M', 'GET', ROOT, { ...STREAM, Uri: PROXY.Uri })],
    'STREAM needs the 2021-11-15 response-streaming-invocations Uri',
  ],
  [
    'a streaming Uri without streaming',
    [API, method('M', 'GET', ROOT, { ...PROXY, Uri: STREAM.Uri })],
    'a streaming Uri needs ResponseTransferMode STREAM',
  ],
  [
    'a buffered time-out over 29 s',
    [API, method('M', 'GET', ROOT, { ...PROXY, TimeoutInMillis: 29_001 })],
    'TimeoutInMillis 29001 is not between 50 and 29000',
  ],
  [
    'a streamed time-out over 15 min',
    [API, method('M', 'GET', ROOT, { ...STREAM, TimeoutInMillis: 900_001 })],
    'TimeoutInMillis 900001 is not between 50 and 900000',
  ],
  ['an edge-optimised API', [withApi({})], 'endpoint type EDGE; only REGIONAL'],
  ['an imported API', [withApi({ ...API.properties, Body: {} })], 'an imported OpenAPI body is not supported'],
  ['two APIs', [API, { ...API, logicalId: 'Other' }], 'only one REST API is supported'],
])('an API tree with %s is refused', (_case, resources, problem) => {
  const found = refusals(resources);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(problem);
});

test('an authorizer, an API key or a request validator on a method is refused rather than ignored', () => {
  const guarded = method('M', 'GET', ROOT, PROXY);
  Object.assign(guarded.properties, { AuthorizationType: 'AWS_IAM', ApiKeyRequired: true, RequestValidatorId: 'v' });
  expect(refusals([API, guarded]).join()).toMatch(/AWS_IAM.*ApiKeyRequired.*RequestValidatorId/);
});

test('a gateway response that uses an unknown variable, target or source is refused', () => {
  const response = resource('AWS::ApiGateway::GatewayResponse', 'R', {
    ResponseType: 'DEFAULT_4XX',
    ResponseTemplates: { 'application/json': '{"a":$context.authorizer.claims,"b":$input.body}' },
    ResponseParameters: { 'gatewayresponse.header.X': 'stageVariables.x', 'gatewayresponse.body': "'x'" },
  });
  const found = refusals([API, response]);
  expect(found).toHaveLength(3);
  expect(found.join()).toMatch(
    /\$context\.authorizer\.claims, \$input\.body.*stageVariables\.x.*gatewayresponse\.body/,
  );
});

test.each<[string, Resource[], string]>([
  [
    'an HTTP API',
    [resource(SOCKET_API.type, 'Socket', { ...SOCKET_API.properties, ProtocolType: 'HTTP' })],
    'protocol HTTP is not supported',
  ],
  [
    'another selection expression',
    [resource(SOCKET_API.type, 'Socket', { ...SOCKET_API.properties, RouteSelectionExpression: '$default' })],
    'RouteSelectionExpression $default is not',
  ],
  [
    'a route that leads nowhere',
    [
      SOCKET_API,
      resource('AWS::ApiGatewayV2::Route', 'R', { ApiId: SOCKET_API_ID, RouteKey: 'a', Target: 'integrations/x' }),
    ],
    'R (AWS::ApiGatewayV2::Route), a: Target integrations/x is no integration',
  ],
  [
    'a route key twice',
    [...socketApi('f', ['a']), ...socketApi('f', ['a']).filter(({ type }) => type === 'AWS::ApiGatewayV2::Route')],
    'the route key exists twice',
  ],
])('a WebSocket template with %s is refused', (_case, resources, problem) => {
  const found = refusals(resources);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(problem);
});
