import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayEventRequestContext, APIGatewayProxyEvent } from 'aws-lambda';
import { ACCOUNT } from '../../../template/account.ts';
import { domainNameOf, eventHeaders, eventQuery, requestTimeOf, sourceIpOf } from '../request-headers.ts';
import type { RestApi } from './api.ts';
import type { Match } from './route.ts';

export type RestContext = APIGatewayEventRequestContext;

/**
 * `requestContext` of a request, known before it is routed: the gateway's own answers use it too. `path` has no stage
 * in front, as behind a custom domain.
 */
export function restContext(
  request: IncomingMessage,
  { api, path, now }: { api: RestApi | undefined; path: string; now: number },
): RestContext {
  const domainName = domainNameOf(request);
  return {
    accountId: ACCOUNT.id,
    apiId: api?.id ?? '',
    authorizer: undefined,
    domainName,
    domainPrefix: domainName.split('.')[0],
    extendedRequestId: randomBytes(11).toString('base64url').concat('='),
    httpMethod: request.method ?? 'GET',
    identity: {
      ...NO_IDENTITY,
      sourceIp: sourceIpOf(request),
      userAgent: request.headers['user-agent'] ?? null,
    },
    path,
    protocol: `HTTP/${request.httpVersion}`,
    requestId: randomUUID(),
    requestTime: requestTimeOf(now),
    requestTimeEpoch: now,
    resourceId: '',
    resourcePath: '',
    stage: api?.stage ?? '',
  };
}

/** The Lambda proxy event, payload format 1.0. */
export function proxyEvent(
  request: IncomingMessage,
  context: RestContext,
  { api, match, query, body }: { api: RestApi; match: Match; query: string; body: Buffer },
): APIGatewayProxyEvent {
  const binary = body.length > 0 && isBinary(request.headers['content-type'], api.binaryMediaTypes);
  return {
    resource: match.node.path,
    path: context.path,
    httpMethod: context.httpMethod,
    ...eventHeaders(request),
    ...eventQuery(query),
    pathParameters: match.pathParameters,
    stageVariables: api.stageVariables,
    requestContext: { ...context, resourceId: match.node.id, resourcePath: match.node.path },
    body: body.length > 0 ? body.toString(binary ? 'base64' : 'utf8') : null,
    isBase64Encoded: binary,
  };
}

/** Whether a media type is among the API's `BinaryMediaTypes`; only those are base64 on their way to and from functions. */
export function isBinary(mediaType: string | undefined, binaryMediaTypes: string[]): boolean {
  if (binaryMediaTypes.includes('*/*')) return true;
  const type = (mediaType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return binaryMediaTypes.some((binary) =>
    binary.endsWith('/*') ? type.startsWith(binary.slice(0, -1).toLowerCase()) : type === binary.toLowerCase(),
  );
}

const NO_IDENTITY = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  user: null,
  userArn: null,
};

/** By the first media type the client accepts, as API Gateway decides it. */
export function acceptsBinary(request: IncomingMessage, api: RestApi): boolean {
  return isBinary(request.headers.accept?.split(',')[0], api.binaryMediaTypes);
}
