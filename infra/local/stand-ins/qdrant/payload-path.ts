import type { Payload } from './point.ts';
import { unsupported } from './refusal.ts';

export type PayloadPath = { key: string; spread: boolean }[];

/** Reads `a.b` and `a[].b`; quoted keys and array indexes are refused. */
export function parsePath(path: string): PayloadPath {
  return path.split('.').map((part) => {
    const spread = part.endsWith('[]');
    const key = spread ? part.slice(0, -2) : part;
    if (key === '' || /["[\]]/.test(key)) throw unsupported(`the payload key ${JSON.stringify(path)}`);
    return { key, spread };
  });
}

/** Every value found at the path; `undefined` is never among them. */
export function valuesAt(payload: unknown, path: PayloadPath): unknown[] {
  let values: unknown[] = [payload];
  for (const { key, spread } of path) {
    const next: unknown[] = [];
    for (const value of values) {
      if (!isObject(value) || !Object.hasOwn(value, key)) continue;
      const inner = value[key];
      if (!spread) next.push(inner);
      else if (Array.isArray(inner)) next.push(...inner);
    }
    values = next;
  }
  return values;
}

/** The values a condition compares: an array in the payload stands for each of its elements. */
export function comparable(payload: unknown, path: PayloadPath): unknown[] {
  return valuesAt(payload, path).flatMap((value) => (Array.isArray(value) ? value : [value]));
}

/** A copy of the payload with `change` applied to the object at the path, which is created if it is missing. */
export function withObjectAt(payload: Payload, path: PayloadPath, change: (target: Payload) => Payload): Payload {
  const [head, ...rest] = path;
  if (!head) return change(payload);
  if (head.spread) throw unsupported('`[]` in the key of a payload change');
  const inner = payload[head.key];
  return { ...payload, [head.key]: withObjectAt(isObject(inner) ? inner : {}, rest, change) };
}

/** A copy of the payload without what is at the path. */
export function withoutPath(payload: Payload, path: PayloadPath): Payload {
  const [head, ...rest] = path;
  if (!head || !Object.hasOwn(payload, head.key)) return payload;
  const { [head.key]: inner, ...others } = payload;
  if (head.spread) {
    const emptied = Array.isArray(inner) ? inner.map((one) => (isObject(one) ? withoutPath(one, rest) : one)) : inner;
    return { ...others, [head.key]: rest.length === 0 ? [] : emptied };
  }
  if (rest.length === 0) return others;
  return { ...others, [head.key]: isObject(inner) ? withoutPath(inner, rest) : inner };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
