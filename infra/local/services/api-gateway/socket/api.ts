import { physicalIdOf } from '../../../template/identity.ts';
import type { Resource } from '../../../template/resource.ts';
import { type Integration, readIntegration } from '../integration.ts';
import { nameOf, ofType } from '../resources.ts';
import { routeArn } from '../route-arn.ts';

/** `sourceArn`: what the function's policy must admit. `responds`: what the function returns is sent back, because the route has a RouteResponse. */
export type SocketRoute = Integration & { sourceArn: string; responds: boolean };

export type SocketApi = {
  id: string;
  stage: string;
  /** Where a message names its route: `['action']` for `$request.body.action`. */
  selector: string[];
  /** By route key, with `$connect`, `$disconnect` and `$default`. */
  routes: Map<string, SocketRoute>;
};

const API = 'AWS::ApiGatewayV2::Api';
const SELECTION = /^\$request\.body\.(\w+(?:\.\w+)*)$/;

/** The WebSocket API of the template, or nothing if it has none. Expects resources without refusals. */
export function socketApiOf(resources: Resource[]): SocketApi | undefined {
  const [api] = ofType(resources, API);
  if (!api) return undefined;
  const id = physicalIdOf(api);
  const stage = String(ofType(resources, 'AWS::ApiGatewayV2::Stage')[0]?.properties.StageName ?? 'local');
  const integrations = integrationsOf(resources);
  const responding = new Set(
    ofType(resources, 'AWS::ApiGatewayV2::RouteResponse').map(({ properties }) => properties.RouteId),
  );
  const routes = ofType(resources, 'AWS::ApiGatewayV2::Route').map((route): [string, SocketRoute] => {
    const { RouteKey, Target, RouteResponseSelectionExpression } = route.properties;
    const integration = integrations.get(String(Target));
    if (!integration || 'refused' in integration) throw new Error(`${nameOf(route)} was not checked for refusals`);
    const sourceArn = routeArn(id, stage, String(RouteKey));
    const responds = RouteResponseSelectionExpression !== undefined && responding.has(physicalIdOf(route));
    return [String(RouteKey), { ...integration, sourceArn, responds }];
  });
  const selector = SELECTION.exec(String(api.properties.RouteSelectionExpression))?.[1]?.split('.') ?? [];
  return { id, stage, selector, routes: new Map(routes) };
}

/** What CreateApi, CreateRoute and CreateIntegration would refuse, and what this gateway does not support. */
export function socketRefusals(resources: Resource[]): string[] {
  const apis = ofType(resources, API);
  const found: string[] = [];
  if (apis.length > 1) found.push(`only one WebSocket API is supported, not ${apis.map(nameOf).join(' and ')}`);
  for (const api of apis) {
    const { ProtocolType, RouteSelectionExpression } = api.properties;
    if (ProtocolType !== 'WEBSOCKET')
      found.push(`${nameOf(api)}: protocol ${ProtocolType} is not supported, only WEBSOCKET`);
    if (!SELECTION.test(String(RouteSelectionExpression))) {
      found.push(
        `${nameOf(api)}: RouteSelectionExpression ${RouteSelectionExpression} is not $request.body.<property>`,
      );
    }
  }
  const integrations = integrationsOf(resources);
  const seen = new Set<unknown>();
  for (const route of ofType(resources, 'AWS::ApiGatewayV2::Route')) {
    const {
      RouteKey,
      Target,
      AuthorizationType = 'NONE',
      RouteResponseSelectionExpression = '$default',
    } = route.properties;
    const where = `${nameOf(route)}, ${RouteKey}`;
    const integration = integrations.get(String(Target));
    if (seen.has(RouteKey)) found.push(`${where}: the route key exists twice`);
    seen.add(RouteKey);
    if (AuthorizationType !== 'NONE') found.push(`${where}: AuthorizationType ${AuthorizationType} is not supported`);
    if (RouteResponseSelectionExpression !== '$default') {
      found.push(`${where}: RouteResponseSelectionExpression must be $default`);
    }
    if (!integration) found.push(`${where}: Target ${Target} is no integration`);
    else if ('refused' in integration) found.push(`${where}: ${integration.refused}`);
  }
  return found;
}

/** By the name a route's `Target` gives them: `integrations/<id>`. */
function integrationsOf(resources: Resource[]): Map<string, ReturnType<typeof readIntegration>> {
  return new Map(
    ofType(resources, 'AWS::ApiGatewayV2::Integration').map((resource) => {
      const {
        IntegrationType,
        IntegrationUri,
        IntegrationMethod = 'POST',
        TimeoutInMillis,
        CredentialsArn,
      } = resource.properties;
      const integration = readIntegration({
        Type: IntegrationType,
        Uri: IntegrationUri,
        IntegrationHttpMethod: IntegrationMethod,
        TimeoutInMillis,
        Credentials: CredentialsArn,
      });
      return [`integrations/${physicalIdOf(resource)}`, integration];
    }),
  );
}
