import { refuseUnsupported } from './catalogue.ts';
import { documentOf } from './document.ts';
import { dependencyOrder } from './order.ts';
import type { Resource } from './resource.ts';
import { Stack } from './stack.ts';

/** All stacks of an app, resolved: what the local cloud boots from. */
export type Assembly = {
  /** In the order of their dependencies within each stack. */
  resources: Resource[];
  /** Outputs by stack and name. */
  outputs: Record<string, Record<string, string>>;
};

/** @throws naming stack, resource, type and property for anything the local cloud would have to ignore. */
export function assemble(templates: Record<string, unknown>): Assembly {
  const imports = (name: string): unknown => {
    const exporting = stacks.map((stack) => stack.exported(name)).find((value) => value !== undefined);
    if (exporting === undefined) throw new Error(`no stack exports ${name}`);
    return exporting;
  };
  const documents = Object.entries(templates).map(([name, template]) => ({
    name,
    document: documentOf(name, template),
  }));
  const stacks = documents.map(({ name, document }) => new Stack(name, document, imports));
  const resources = documents.flatMap(({ name, document }, index) => {
    const positions = new Map(dependencyOrder(name, document).map((logicalId, position) => [logicalId, position]));
    const found = stacks[index]?.resources() ?? [];
    return found.sort((left, right) => (positions.get(left.logicalId) ?? 0) - (positions.get(right.logicalId) ?? 0));
  });
  for (const resource of resources) refuseUnsupported(resource);
  const outputs = stacks.map((stack) => [
    stack.name,
    Object.fromEntries(stack.outputs().map(({ name, value }) => [name, String(value)])),
  ]);
  return { resources, outputs: Object.fromEntries(outputs) };
}
