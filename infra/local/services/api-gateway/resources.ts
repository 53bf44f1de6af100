import type { Resource } from '../../template/resource.ts';

export function ofType(resources: Resource[], type: string): Resource[] {
  return resources.filter((resource) => resource.type === type);
}

/** How a message names a resource: `Service/MyMethod (AWS::ApiGateway::Method)`. */
export function nameOf(resource: Resource): string {
  return `${resource.stack}/${resource.logicalId} (${resource.type})`;
}
