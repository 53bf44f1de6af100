import { physicalIdOf } from '../../../template/identity.ts';
import type { Resource } from '../../../template/resource.ts';
import { ofType } from '../resources.ts';

/** Resources of several REST APIs, told apart: those of the one, and of each beside it, which have a port of their own. */
export type RestApis = {
  first: Resource[];
  beside: { logicalId: string; id: string; port: number; resources: Resource[] }[];
};

/** `ports` of APIs beside the first, by the beginnings of their logical ids. */
export function toldApart(resources: Resource[], ports: Record<string, number> = {}): RestApis {
  const beside = ofType(resources, 'AWS::ApiGateway::RestApi').flatMap((api) => {
    const found = Object.entries(ports).find(([beginning]) => api.logicalId.startsWith(beginning));
    if (!found) return [];
    const id = physicalIdOf(api);
    const own = resources.filter((one) => one === api || one.properties.RestApiId === id);
    return [{ logicalId: api.logicalId, id, port: found[1], resources: own }];
  });
  const others = new Set(beside.flatMap((one) => one.resources));
  return { first: resources.filter((one) => !others.has(one)), beside };
}
