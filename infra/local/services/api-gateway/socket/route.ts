import type { SocketApi, SocketRoute } from './api.ts';

/**
 * The route a message selects. What is no JSON, lacks the property, or names no route goes to `$default`; without such
 * a route the message is forbidden. The reserved routes cannot be selected by a message.
 */
export function selectRoute(api: SocketApi, text: string): { key: string; route: SocketRoute } | undefined {
  const selected = valueAt(parsed(text), api.selector);
  const key = selected !== undefined && !selected.startsWith('$') && api.routes.has(selected) ? selected : '$default';
  const route = api.routes.get(key);
  return route && { key, route };
}

function valueAt(value: unknown, path: string[]): string | undefined {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return ['string', 'number', 'boolean'].includes(typeof at) ? String(at) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A SyntaxError: not JSON.
    return undefined;
  }
}
