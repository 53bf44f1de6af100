import { only, parseCount, parseMatch, parseRange } from './conditions.ts';
import { type FieldIndexes, tokenizerOf } from './field-index.ts';
import { comparable, isObject, parsePath, valuesAt } from './payload-path.ts';
import { type Point, type PointId, parsePointIds } from './point.ts';
import { malformed, unsupported } from './refusal.ts';

export type Predicate = (point: Point) => boolean;

const clauses = ['must', 'should', 'must_not', 'min_should'];

/** Turns Qdrant's filter into a test of a point; anything it does not understand is refused by name. */
export function parseFilter(filter: unknown, indexes: FieldIndexes): Predicate | undefined {
  if (filter === undefined || filter === null) return undefined;
  if (!isObject(filter)) throw malformed('filter is not an object');
  for (const name of Object.keys(filter)) {
    if (!clauses.includes(name)) throw malformed(`a filter has no clause ${name}`);
  }
  const all: Predicate[] = conditionsOf(filter.must).map((condition) => parseCondition(condition, indexes));
  const none = conditionsOf(filter.must_not).map((condition) => parseCondition(condition, indexes));
  const some = conditionsOf(filter.should).map((condition) => parseCondition(condition, indexes));
  if (none.length > 0) all.push((point) => !none.some((holds) => holds(point)));
  if (some.length > 0) all.push((point) => some.some((holds) => holds(point)));
  if (filter.min_should) all.push(parseMinShould(filter.min_should, indexes));
  return all.length === 0 ? undefined : (point) => all.every((holds) => holds(point));
}

/** A clause holds one condition or a list of them. */
export function conditionsOf(clause: unknown): unknown[] {
  if (clause === undefined || clause === null) return [];
  return Array.isArray(clause) ? clause : [clause];
}

/** The ids a filter restricts its hits to, by a `has_id` it requires; undefined if it has none. */
export function idsOf(filter: unknown): PointId[] | undefined {
  if (!isObject(filter)) return undefined;
  for (const condition of conditionsOf(filter.must)) {
    if (!isObject(condition) || 'key' in condition) continue;
    const ids = Array.isArray(condition.has_id) ? parsePointIds(condition.has_id) : idsOf(condition);
    if (ids) return ids;
  }
  return undefined;
}

function parseMinShould(clause: unknown, indexes: FieldIndexes): Predicate {
  if (!isObject(clause) || !Array.isArray(clause.conditions) || !Number.isInteger(clause.min_count)) {
    throw malformed('min_should needs conditions and min_count');
  }
  const least = clause.min_count as number;
  const conditions = clause.conditions.map((condition) => parseCondition(condition, indexes));
  return (point) => conditions.filter((holds) => holds(point)).length >= least;
}

function parseCondition(condition: unknown, indexes: FieldIndexes): Predicate {
  if (!isObject(condition)) throw malformed('a condition is not an object');
  if ('key' in condition) return parseField(condition, indexes);
  if ('has_id' in condition) {
    if (!Array.isArray(condition.has_id)) throw malformed('has_id is not a list');
    const ids = new Set(parsePointIds(condition.has_id));
    return (point) => ids.has(point.id);
  }
  if ('is_empty' in condition) return isEmpty(keyOf(condition.is_empty));
  if ('is_null' in condition) return isNull(keyOf(condition.is_null));
  if (Object.keys(condition).some((name) => clauses.includes(name)) || Object.keys(condition).length === 0) {
    return parseFilter(condition, indexes) ?? (() => true);
  }
  throw unsupported(`the condition ${Object.keys(condition).join(', ')}`);
}

function parseField({ key, ...rest }: Record<string, unknown>, indexes: FieldIndexes): Predicate {
  if (typeof key !== 'string') throw malformed('the key of a condition is not a string');
  const path = parsePath(key);
  const [kind, wanted] = only(rest, `the condition on ${key}`);
  switch (kind) {
    case 'match':
    case 'range': {
      const test = kind === 'match' ? parseMatch(wanted, tokenizerOf(indexes, key)) : parseRange(wanted);
      return (point) => comparable(point.payload, path).some(test);
    }
    case 'values_count': {
      const test = parseCount(wanted);
      return (point) => test(Math.max(0, ...valuesAt(point.payload, path).map(countOf)));
    }
    case 'is_empty':
      return wanted === true ? isEmpty(key) : not(isEmpty(key));
    case 'is_null':
      return wanted === true ? isNull(key) : not(isNull(key));
    default:
      throw unsupported(`the condition ${kind}`);
  }
}

function keyOf(field: unknown): string {
  if (isObject(field) && typeof field.key === 'string') return field.key;
  throw malformed('is_empty and is_null need a key');
}

/** Missing, null, an empty array or an array of nothing but nulls. */
function isEmpty(key: string): Predicate {
  const path = parsePath(key);
  return (point) => comparable(point.payload, path).every((value) => value === null);
}

function isNull(key: string): Predicate {
  const path = parsePath(key);
  return (point) => valuesAt(point.payload, path).some((value) => value === null);
}

const not =
  (predicate: Predicate): Predicate =>
  (point) =>
    !predicate(point);

const countOf = (value: unknown) => (value === null ? 0 : Array.isArray(value) ? value.length : 1);
