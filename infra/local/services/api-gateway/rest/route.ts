import type { Method, PathNode, RestApi } from './api.ts';
import { GatewayFailure } from './failure.ts';

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

/** Path and query as sent, still percent-encoded; an absolute-form target loses its origin. */
export function splitUrl(url: string): [string, string] {
  const target = url.replace(/^https?:\/\/[^/?]*/, '') || '/';
  const mark = target.indexOf('?');
  return mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
}

/** @throws GatewayFailure BAD_REQUEST */
export function matchUrl(api: RestApi, path: string, query: string) {
  // "Plain text pipe and curly brace are not supported for any request URL query string" (important notes).
  if (/[|{}]/.test(query)) throw new GatewayFailure('BAD_REQUEST', 'plain | { or } in the query string');
  try {
    return matchPath(api.root, path);
  } catch (cause) {
    throw new GatewayFailure('BAD_REQUEST', 'invalid percent-encoding in the path', { cause });
  }
}
