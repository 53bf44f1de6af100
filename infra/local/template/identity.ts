import { namingOf } from './catalogue.ts';
import type { Named } from './names.ts';
import type { Resource } from './resource.ts';

/** What `Ref` of the resource resolves to: a name, an id, a URL or an ARN, as its type has it. */
export function physicalIdOf(resource: Resource): string {
  return namingOf(resource.stack, resource.logicalId, resource.type).ref(namedOf(resource));
}

/** What `Fn::GetAtt` of the resource resolves to. */
export function attributeOf(resource: Resource, attribute: string): string {
  const compute = namingOf(resource.stack, resource.logicalId, resource.type).attributes?.[attribute];
  if (!compute) throw new Error(`${resource.logicalId} (${resource.type}) has no attribute ${attribute} locally`);
  return compute(namedOf(resource));
}

function namedOf({ stack, logicalId, properties }: Resource): Named {
  return { stack, logicalId, property: (name) => properties[name] };
}
