import type { ResourceDocument, TemplateDocument } from './document.ts';

/** Logical ids so that each comes after everything it refers to. A circle is refused, as CloudFormation refuses it. */
export function dependencyOrder(stack: string, { Resources }: TemplateDocument): string[] {
  const order: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (logicalId: string, path: string[]): void => {
    if (state.get(logicalId) === 'done') return;
    if (state.get(logicalId) === 'open') {
      const circle = [...path.slice(path.indexOf(logicalId)), logicalId].join(' → ');
      throw new Error(`stack ${stack}: circular dependency ${circle}`);
    }
    state.set(logicalId, 'open');
    const resource = Resources[logicalId];
    if (resource) for (const next of dependenciesOf(resource, Resources)) visit(next, [...path, logicalId]);
    state.set(logicalId, 'done');
    order.push(logicalId);
  };
  for (const logicalId of Object.keys(Resources)) visit(logicalId, []);
  return order;
}

function dependenciesOf(resource: ResourceDocument, all: Record<string, ResourceDocument>): Set<string> {
  const found = new Set([resource.DependsOn ?? []].flat());
  const search = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      if (key === 'Ref' && typeof item === 'string') found.add(item);
      else if (key === 'Fn::GetAtt') found.add(typeof item === 'string' ? (item.split('.')[0] ?? '') : String(item[0]));
      else if (key === 'Fn::Sub') {
        const [template, own] = Array.isArray(item) ? item : [item, undefined];
        for (const [, name = ''] of String(template).matchAll(/\$\{([^!}.]+)/g)) found.add(name);
        search(own);
      } else search(item);
    }
  };
  search(resource.Properties);
  return new Set([...found].filter((logicalId) => logicalId in all));
}
