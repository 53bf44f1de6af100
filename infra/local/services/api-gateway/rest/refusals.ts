import { attributeOf, physicalIdOf } from '../../../template/identity.ts';
import type { Resource } from '../../../template/resource.ts';
import { readIntegration } from '../integration.ts';
import { nameOf, ofType } from '../resources.ts';
import { VARIABLE } from './api.ts';

const LITERAL = /^[\w.:-]+$/;
const VERBS = ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** What CreateRestApi, CreateResource and PutMethod would refuse, and what this gateway does not support. */
export function restRefusals(resources: Resource[]): string[] {
  return [...apiRefusals(resources), ...treeRefusals(resources), ...methodRefusals(resources)];
}

function apiRefusals(resources: Resource[]): string[] {
  const apis = ofType(resources, 'AWS::ApiGateway::RestApi');
  const stages = ofType(resources, 'AWS::ApiGateway::Stage');
  const found: string[] = [];
  if (apis.length > 1) found.push(`only one REST API is supported, not ${apis.map(nameOf).join(' and ')}`);
  if (stages.length > 1) found.push(`only one stage of the REST API is supported, not ${stages.length}`);
  for (const api of apis) {
    const { EndpointConfiguration, Body, BodyS3Location } = api.properties;
    const types = (EndpointConfiguration as { Types?: unknown[] } | undefined)?.Types ?? ['EDGE'];
    if (String(types) !== 'REGIONAL') {
      found.push(`${nameOf(api)}: endpoint type ${types}; only REGIONAL keeps idle streams for 5 minutes`);
    }
    if (Body ?? BodyS3Location) found.push(`${nameOf(api)}: an imported OpenAPI body is not supported`);
  }
  return found;
}

function treeRefusals(resources: Resource[]): string[] {
  const parts = ofType(resources, 'AWS::ApiGateway::Resource');
  const byId = new Map(parts.map((part) => [physicalIdOf(part), part]));
  const families = Map.groupBy(parts, (part) => String(part.properties.ParentId));
  const roots = rootsOf(resources);
  const found: string[] = [];
  for (const [parentId, siblings] of families) {
    const parent = byId.get(parentId)?.properties.PathPart;
    const names = siblings.map(({ properties }) => String(properties.PathPart));
    const variables = names.filter((name) => VARIABLE.test(name));
    const where = parent === undefined ? 'the root' : `${parent}`;
    if (parent === undefined && !roots.includes(parentId))
      found.push(`${names.join(', ')}: unknown parent ${parentId}`);
    for (const name of names) {
      if (!LITERAL.test(name) && !VARIABLE.test(name)) {
        found.push(
          `path part ${JSON.stringify(name)} below ${where} may hold only a-zA-Z0-9._-: or one {variable} or {greedy+}`,
        );
      }
    }
    if (variables.length > 1) {
      found.push(`${variables.join(' and ')} below ${where}: siblings may have only one variable path part`);
    }
    for (const name of new Set(names.filter((name, index) => names.indexOf(name) !== index))) {
      if (!VARIABLE.test(name)) found.push(`${name} exists twice below ${where}`);
    }
    if (parent !== undefined && VARIABLE.exec(String(parent))?.[2] === '+') {
      found.push(`${names.join(', ')} below ${parent}: a greedy path variable cannot have children`);
    }
  }
  return found;
}

function methodRefusals(resources: Resource[]): string[] {
  const known = [...rootsOf(resources), ...ofType(resources, 'AWS::ApiGateway::Resource').map(physicalIdOf)];
  const seen = new Set<string>();
  return ofType(resources, 'AWS::ApiGateway::Method').flatMap((method) => {
    const { HttpMethod, Integration, ResourceId, AuthorizationType = 'NONE', ...rest } = method.properties;
    const found: string[] = [];
    const key = `${HttpMethod} ${ResourceId}`;
    if (seen.has(key)) found.push('the resource already has this method');
    seen.add(key);
    if (!known.includes(String(ResourceId))) found.push(`unknown resource ${ResourceId}`);
    if (!VERBS.includes(String(HttpMethod))) found.push(`unknown HTTP method ${HttpMethod}`);
    if (AuthorizationType !== 'NONE') found.push(`AuthorizationType ${AuthorizationType} is not supported`);
    if (rest.ApiKeyRequired === true) found.push('ApiKeyRequired is not supported');
    for (const name of ['RequestValidatorId', 'RequestModels', 'RequestParameters']) {
      if (rest[name] !== undefined) found.push(`${name} is not supported`);
    }
    if (Integration === undefined) {
      found.push('a method needs an integration to be deployed');
    } else {
      const integration = readIntegration(Integration as Record<string, unknown>);
      if ('refused' in integration) found.push(integration.refused);
    }
    return found.map((problem) => `${nameOf(method)}, ${HttpMethod}: ${problem}`);
  });
}

function rootsOf(resources: Resource[]): string[] {
  return ofType(resources, 'AWS::ApiGateway::RestApi').map((api) => attributeOf(api, 'RootResourceId'));
}
