import { conditionsOf } from './filter.ts';
import { isObject } from './payload-path.ts';

/**
 * The values of the tenant key a filter restricts its hits to, or undefined if it restricts none. Only conditions in
 * `must` restrict: one in `should` may be left unmet. They narrow the scan and are still tested by the filter.
 */
export function tenantsOf(filter: unknown, tenantKey: string): string[] | undefined {
  if (!isObject(filter)) return undefined;
  for (const condition of conditionsOf(filter.must)) {
    if (!isObject(condition)) continue;
    if (condition.key === tenantKey && isObject(condition.match)) {
      const { value, any } = condition.match;
      if (typeof value === 'string') return [value];
      if (Array.isArray(any) && any.every((one) => typeof one === 'string')) return [...new Set<string>(any)];
    }
    const nested = 'key' in condition ? undefined : tenantsOf(condition, tenantKey);
    if (nested) return nested;
  }
  return undefined;
}
