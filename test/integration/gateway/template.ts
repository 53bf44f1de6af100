import { attributeOf, physicalIdOf } from '../../../infra/local/template/identity.ts';
import type { Resource } from '../../../infra/local/template/resource.ts';

/** Resolved resources as the CDK app would leave them, written by hand. */
export function resource(type: string, logicalId: string, properties: Record<string, unknown>): Resource {
  return { stack: 'Service', logicalId, type, properties };
}

export const API = resource('AWS::ApiGateway::RestApi', 'Api', {
  Name: 'api',
  EndpointConfiguration: { Types: ['REGIONAL'] },
});
export const ROOT = attributeOf(API, 'RootResourceId');
const STAGE = resource('AWS::ApiGateway::Stage', 'ApiStage', { RestApiId: physicalIdOf(API), StageName: 'dev' });

export function lambdaUri(functionName: string, stream = false): string {
  const version = stream ? '2021-11-15' : '2015-03-31';
  const action = stream ? 'response-streaming-invocations' : 'invocations';
  const arn = `arn:aws:lambda:us-east-1:000000000000:function:${functionName}`;
  return `arn:aws:apigateway:us-east-1:lambda:path/${version}/functions/${arn}/${action}`;
}

export function permission(functionName: string, principal = 'apigateway.amazonaws.com'): Resource {
  return resource('AWS::Lambda::Permission', `Permission${functionName}`, {
    Action: 'lambda:InvokeFunction',
    FunctionName: `arn:aws:lambda:us-east-1:000000000000:function:${functionName}`,
    Principal: principal,
    SourceArn: 'arn:aws:execute-api:us-east-1:000000000000:*/*/*',
  });
}

export type RouteTarget = { function: string; stream?: boolean; timeoutMs?: number };

/** `restApi({ 'ANY /my/{proxy+}': { function: 'my' } })`: the API, the resources on the way, methods, permissions. */
export function restApi(routes: Record<string, RouteTarget>, extra: Resource[] = []): Resource[] {
  const parts = new Map<string, Resource>();
  const idAt = (path: string): string => {
    if (path === '') return ROOT;
    const cut = path.lastIndexOf('/');
    const parent = idAt(path.slice(0, cut));
    const known = parts.get(path) ?? pathPart(path, parent, path.slice(cut + 1));
    parts.set(path, known);
    return physicalIdOf(known);
  };
  const methods = Object.entries(routes).map(([route, target]) => {
    const [verb = '', path = ''] = route.split(' ');
    return method(route, verb, idAt(path === '/' ? '' : path), {
      Type: 'AWS_PROXY',
      IntegrationHttpMethod: 'POST',
      Uri: lambdaUri(target.function, target.stream),
      ...(target.stream ? { ResponseTransferMode: 'STREAM' } : {}),
      ...(target.timeoutMs ? { TimeoutInMillis: target.timeoutMs } : {}),
    });
  });
  const functions = new Set(Object.values(routes).map((target) => target.function));
  return [API, STAGE, ...parts.values(), ...methods, ...[...functions].map((name) => permission(name)), ...extra];
}

export function pathPart(logicalId: string, parentId: string, part: string): Resource {
  const properties = { RestApiId: physicalIdOf(API), ParentId: parentId, PathPart: part };
  return resource('AWS::ApiGateway::Resource', logicalId, properties);
}

export function method(logicalId: string, verb: string, resourceId: string, integration: unknown): Resource {
  const properties = {
    RestApiId: physicalIdOf(API),
    ResourceId: resourceId,
    HttpMethod: verb,
    AuthorizationType: 'NONE',
  };
  return resource(
    'AWS::ApiGateway::Method',
    logicalId,
    integration ? { ...properties, Integration: integration } : properties,
  );
}

export const SOCKET_API = resource('AWS::ApiGatewayV2::Api', 'Socket', {
  Name: 'socket',
  ProtocolType: 'WEBSOCKET',
  RouteSelectionExpression: '$request.body.action',
});
export const SOCKET_API_ID = physicalIdOf(SOCKET_API);

/** A WebSocket API whose routes all lead to one function; those in `responding` have a RouteResponse. */
export function socketApi(functionName: string, keys: string[], responding: string[] = []): Resource[] {
  const ApiId = SOCKET_API_ID;
  const integration = resource('AWS::ApiGatewayV2::Integration', 'SocketIntegration', {
    ApiId,
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: lambdaUri(functionName),
  });
  const routes = keys.flatMap((RouteKey) => {
    const responds = responding.includes(RouteKey);
    const route = resource('AWS::ApiGatewayV2::Route', `Route${RouteKey}`, {
      ApiId,
      RouteKey,
      AuthorizationType: 'NONE',
      Target: `integrations/${physicalIdOf(integration)}`,
      ...(responds ? { RouteResponseSelectionExpression: '$default' } : {}),
    });
    if (!responds) return [route];
    const properties = { ApiId, RouteId: physicalIdOf(route), RouteResponseKey: '$default' };
    return [route, resource('AWS::ApiGatewayV2::RouteResponse', `Response${RouteKey}`, properties)];
  });
  const stage = resource('AWS::ApiGatewayV2::Stage', 'SocketStage', { ApiId, StageName: 'dev', AutoDeploy: true });
  return [SOCKET_API, stage, integration, ...routes, permission(functionName)];
}
