import type { Method, PathNode } from './api.ts';

export type Match = { node: PathNode; pathParameters: Record<string, string> | null };

/**
 * Finds the resource for a path the way API Gateway does: at each level a literal before a variable, and no way back,
 * so a dead end below a literal is not rescued by a variable or greedy sibling above it. A trailing slash is ignored.
 *
 * @param path as sent, percent-encoded: an encoded slash never splits a segment
 * @throws URIError when a variable's value is not valid percent-encoding
 */
export function matchPath(root: PathNode, path: string): Match | undefined {
  const segments = path.replace(/^\/+/, '').replace(/\/$/, '').split('/');
  const pathParameters: Record<string, string> = {};
  let node = root;
  if (segments.length > 1 || segments[0] !== '') {
    for (const [depth, segment] of segments.entries()) {
      const literal = node.literals.get(segment);
      if (literal) {
        node = literal;
        continue;
      }
      const { variable } = node;
      if (!variable || segment === '') return undefined;
      node = variable.node;
      pathParameters[variable.name] = decodeURIComponent(variable.greedy ? segments.slice(depth).join('/') : segment);
      if (variable.greedy) break;
    }
  }
  return { node, pathParameters: Object.keys(pathParameters).length > 0 ? pathParameters : null };
}

/** The method for a verb: its own, otherwise `ANY`. */
export function methodOf(node: PathNode, verb: string): Method | undefined {
  return node.methods.get(verb) ?? node.methods.get('ANY');
}
