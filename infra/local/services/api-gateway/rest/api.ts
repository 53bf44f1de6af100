import { attributeOf, physicalIdOf } from '../../../template/identity.ts';
import type { Resource } from '../../../template/resource.ts';
import { type Integration, readIntegration } from '../integration.ts';
import { ofType } from '../resources.ts';
import { routeArn } from '../route-arn.ts';

/** A method of the tree; the function's policy must admit `sourceArn`. */
export type Method = Integration & { sourceArn: string };

/** A resource of the tree: at most one variable child, which is greedy (`{name+}`) or not. */
export type PathNode = {
  id: string;
  /** As in the event's `resource`: `/my/chat/{session_id}`. */
  path: string;
  literals: Map<string, PathNode>;
  variable?: { name: string; greedy: boolean; node: PathNode };
  /** By verb, with `ANY`. */
  methods: Map<string, Method>;
};

export type RestApi = {
  id: string;
  stage: string;
  stageVariables: Record<string, string> | null;
  binaryMediaTypes: string[];
  root: PathNode;
};

export const VARIABLE = /^\{([\w.:-]+)(\+?)\}$/;

/** The REST API of the template, or nothing if it has none. Expects resources without refusals. */
export function restApiOf(resources: Resource[]): RestApi | undefined {
  const [api] = ofType(resources, 'AWS::ApiGateway::RestApi');
  if (!api) return undefined;
  const id = physicalIdOf(api);
  const [stageResource] = ofType(resources, 'AWS::ApiGateway::Stage');
  const stage = String(stageResource?.properties.StageName ?? 'local');
  const parts = ofType(resources, 'AWS::ApiGateway::Resource');
  const root = emptyNode(attributeOf(api, 'RootResourceId'), '/');
  const nodes = new Map([[root.id, root]]);

  const grow = (parent: PathNode): void => {
    for (const part of parts.filter(({ properties }) => properties.ParentId === parent.id)) {
      const text = String(part.properties.PathPart);
      const node = emptyNode(physicalIdOf(part), `${parent.path === '/' ? '' : parent.path}/${text}`);
      nodes.set(node.id, node);
      const [, name, greedy] = VARIABLE.exec(text) ?? [];
      if (name) parent.variable = { name, greedy: greedy === '+', node };
      else parent.literals.set(text, node);
      grow(node);
    }
  };
  grow(root);

  for (const { properties } of ofType(resources, 'AWS::ApiGateway::Method')) {
    const node = nodes.get(String(properties.ResourceId));
    const verb = String(properties.HttpMethod);
    const integration = readIntegration((properties.Integration ?? {}) as Record<string, unknown>);
    if (!node || 'refused' in integration)
      throw new Error(`${verb} of ${properties.ResourceId} was not checked for refusals`);
    const sourceArn = routeArn(id, stage, `${verb === 'ANY' ? '*' : verb}${node.path}`);
    node.methods.set(verb, { ...integration, sourceArn });
  }
  return {
    id,
    stage,
    stageVariables: (stageResource?.properties.Variables ?? null) as Record<string, string> | null,
    binaryMediaTypes: (api.properties.BinaryMediaTypes ?? []) as string[],
    root,
  };
}

function emptyNode(id: string, path: string): PathNode {
  return { id, path, literals: new Map(), methods: new Map() };
}
