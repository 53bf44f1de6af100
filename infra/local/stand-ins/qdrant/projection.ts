import { isObject, parsePath, valuesAt, withObjectAt, withoutPath } from './payload-path.ts';
import type { Payload } from './point.ts';
import { malformed, unsupported } from './refusal.ts';

export type Projection = (payload: Payload) => Payload | undefined;

/** Reads `with_payload`: a boolean, a list of keys, `{include}` or `{exclude}`. */
export function parseProjection(selector: unknown, otherwise: boolean): Projection {
  const wanted = selector ?? otherwise;
  if (wanted === true) return (payload) => payload;
  if (wanted === false) return () => undefined;
  if (Array.isArray(wanted)) return include(keys(wanted));
  if (isObject(wanted) && Object.keys(wanted).length === 1) {
    if ('include' in wanted) return include(keys(wanted.include));
    if ('exclude' in wanted) return exclude(keys(wanted.exclude));
  }
  throw malformed(`with_payload ${JSON.stringify(selector)} is neither a boolean, a list of keys, include nor exclude`);
}

/** Reads `with_vector`; this store keeps one unnamed vector a point. */
export function parseWithVector(selector: unknown): boolean {
  if (selector === undefined || selector === null) return false;
  if (typeof selector === 'boolean') return selector;
  throw unsupported('named vectors in with_vector');
}

function keys(value: unknown): string[] {
  if (Array.isArray(value) && value.every((key): key is string => typeof key === 'string')) return value;
  throw malformed(`${JSON.stringify(value)} is not a list of payload keys`);
}

function include(wanted: string[]): Projection {
  const paths = wanted.map(parsePath);
  return (payload) => {
    let kept: Payload = {};
    for (const path of paths) {
      const last = path.at(-1);
      if (!last) continue;
      const [value] = valuesAt(payload, path);
      if (value === undefined) continue;
      kept = withObjectAt(kept, path.slice(0, -1), (target) => ({ ...target, [last.key]: value }));
    }
    return kept;
  };
}

function exclude(unwanted: string[]): Projection {
  const paths = unwanted.map(parsePath);
  return (payload) => paths.reduce(withoutPath, payload);
}
