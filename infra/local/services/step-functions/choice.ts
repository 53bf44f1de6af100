import type { ChoiceRule } from './definition/choice-rule.ts';
import { runtimeFailure } from './failure.ts';
import { read, type Sources } from './path.ts';
import { instantOf } from './timestamp.ts';

type Order = (comparison: number) => boolean;

const ORDERS: Record<string, Order> = {
  Equals: (comparison) => comparison === 0,
  LessThan: (comparison) => comparison < 0,
  GreaterThan: (comparison) => comparison > 0,
  LessThanEquals: (comparison) => comparison <= 0,
  GreaterThanEquals: (comparison) => comparison >= 0,
};

/** What values of a kind are compared by; `undefined` for a value of another kind, of which no comparison is true. */
const KINDS: Record<string, (value: unknown) => string | number | undefined> = {
  String: (value) => (typeof value === 'string' ? value : undefined),
  Numeric: (value) => (typeof value === 'number' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? Number(value) : undefined),
  Timestamp: instantOf,
};

const TYPES: Record<string, (value: unknown) => boolean> = {
  IsNull: (value) => value === null,
  IsNumeric: (value) => typeof value === 'number',
  IsString: (value) => typeof value === 'string',
  IsBoolean: (value) => typeof value === 'boolean',
  IsTimestamp: (value) => instantOf(value) !== undefined,
};

const COMPARISON =
  /^(String|Numeric|Boolean|Timestamp)(Equals|LessThan|GreaterThan|LessThanEquals|GreaterThanEquals)(Path)?$/;

/** Whether the rule of a Choice state holds. */
export function holds(rule: ChoiceRule, sources: Sources): boolean {
  if (rule.And) return rule.And.every((one) => holds(one, sources));
  if (rule.Or) return rule.Or.some((one) => holds(one, sources));
  if (rule.Not) return !holds(rule.Not, sources);
  const { Variable: variable = '', Next: _next, Comment: _comment, ...tests } = rule;
  const [name = '', wanted] = Object.entries(tests)[0] ?? [];
  const value = read(variable, sources);
  if (name === 'IsPresent') return (value !== undefined) === wanted;
  if (value === undefined) {
    throw runtimeFailure(`Invalid path '${variable}': The choice state's condition path references an invalid value.`);
  }
  if (name === 'StringMatches') return typeof value === 'string' && wildcard(String(wanted)).test(value);
  const isOfType = TYPES[name];
  return isOfType ? isOfType(value) === wanted : compared(name, { value, wanted, sources });
}

function compared(
  name: string,
  { value, wanted, sources }: { value: unknown; wanted: unknown; sources: Sources },
): boolean {
  const [, kind = '', order = '', isPath] = COMPARISON.exec(name) ?? [];
  const other = isPath ? read(String(wanted), sources) : wanted;
  if (other === undefined) {
    throw runtimeFailure(`Invalid path '${wanted}': The choice state's condition path references an invalid value.`);
  }
  const left = KINDS[kind]?.(value);
  const right = KINDS[kind]?.(other);
  if (left === undefined || right === undefined) return false;
  const comparison = left < right ? -1 : Number(left > right);
  return ORDERS[order]?.(comparison) === true;
}

/** StringMatches: `*` stands for any run of characters, `\*` for itself and `\\` for a backslash. */
function wildcard(pattern: string): RegExp {
  const source = pattern.replaceAll(/\\([*\\])|[*.+?^${}()|[\]\\]/g, (found, escaped) =>
    found === '*' ? '.*' : `\\${escaped ?? found}`,
  );
  return new RegExp(`^${source}$`, 's');
}
