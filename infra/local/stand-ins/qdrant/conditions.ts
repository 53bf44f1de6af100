import { microseconds } from './datetime.ts';
import { isObject } from './payload-path.ts';
import { malformed, unsupported } from './refusal.ts';
import type { Tokenizer } from './tokenizer.ts';

/** A test of one value of a payload field. */
export type ValueTest = (value: unknown) => boolean;

/** Reads `match`: exactly one of value, any, except, text and text_any. */
export function parseMatch(match: unknown, tokenizer: Tokenizer | undefined): ValueTest {
  const [kind, wanted] = only(match, 'match');
  switch (kind) {
    case 'value':
      if (!isScalar(wanted)) throw malformed(`match.value ${JSON.stringify(wanted)} is no string, integer or boolean`);
      return (value) => value === wanted;
    case 'any': {
      const set = new Set(variants(wanted));
      return (value) => set.has(value as string);
    }
    case 'except': {
      const set = new Set(variants(wanted));
      return (value) => isScalar(value) && !set.has(value as string);
    }
    case 'text':
      return parseText(wanted, tokenizer, 'every');
    case 'text_any':
      return parseText(wanted, tokenizer, 'some');
    default:
      throw unsupported(`match.${kind}`);
  }
}

/** Without a text index Qdrant looks for the text as it stands; with one, for its tokens. */
function parseText(wanted: unknown, tokenizer: Tokenizer | undefined, need: 'every' | 'some'): ValueTest {
  if (typeof wanted !== 'string') throw malformed('match.text is no string');
  if (!tokenizer) return (value) => typeof value === 'string' && value.includes(wanted);
  const tokens = tokenizer(wanted);
  if (tokens.length === 0) return () => false;
  return (value) => {
    if (typeof value !== 'string') return false;
    const found = new Set(tokenizer(value));
    return tokens[need]((token) => found.has(token));
  };
}

const bounds: Record<string, (value: number, bound: number) => boolean> = {
  gt: (value, bound) => value > bound,
  gte: (value, bound) => value >= bound,
  lt: (value, bound) => value < bound,
  lte: (value, bound) => value <= bound,
};

/** Reads `range`, of numbers or of dates; a value of the other kind never matches. */
export function parseRange(range: unknown): ValueTest {
  const { given, dates } = parseRangeBounds(range);
  return (value) => {
    const number = dates ? typeof value === 'string' && microseconds(value) : value;
    return typeof number === 'number' && given.every(({ holds, bound }) => holds(number, bound.value));
  };
}

/** The least and the greatest value a `range` can hold for; a bound that is not met itself is counted in. */
export function parseSpan(range: unknown): { from: number; to: number; dates: boolean } {
  const { given, dates } = parseRangeBounds(range);
  const valuesOf = (...names: string[]) =>
    given.filter(({ operator }) => names.includes(operator)).map(({ bound }) => bound.value);
  return { from: Math.max(...valuesOf('gt', 'gte')), to: Math.min(...valuesOf('lt', 'lte')), dates };
}

function parseRangeBounds(range: unknown) {
  const given = parseBounds(range, 'range', (bound) => {
    if (typeof bound === 'number') return { value: bound, dates: false };
    const date = typeof bound === 'string' ? microseconds(bound) : undefined;
    if (date === undefined) throw malformed(`range bound ${JSON.stringify(bound)} is neither a number nor a date`);
    return { value: date, dates: true };
  });
  const dates = given.some(({ bound }) => bound.dates);
  if (dates && !given.every(({ bound }) => bound.dates)) throw malformed('range mixes numbers and dates');
  return { given, dates };
}

/** Reads `values_count`, the number of elements in an array. */
export function parseCount(range: unknown): (count: number) => boolean {
  const given = parseBounds(range, 'values_count', (bound) => {
    if (typeof bound !== 'number') throw malformed(`values_count bound ${JSON.stringify(bound)} is not a number`);
    return bound;
  });
  return (count) => given.every(({ holds, bound }) => holds(count, bound));
}

function parseBounds<Bound>(range: unknown, name: string, parse: (bound: unknown) => Bound) {
  if (!isObject(range)) throw malformed(`${name} is not an object`);
  return Object.entries(range).flatMap(([operator, bound]) => {
    const holds = bounds[operator];
    if (!holds) throw malformed(`${name} has no operator ${operator}`);
    return bound === null ? [] : [{ operator, holds, bound: parse(bound) }];
  });
}

/** The one member of an object that allows exactly one. */
export function only(value: unknown, name: string): [string, unknown] {
  const entries = isObject(value) ? Object.entries(value).filter(([, member]) => member !== null) : [];
  const [first] = entries;
  if (!first || entries.length > 1) throw malformed(`${name} must have exactly one member`);
  return first;
}

function variants(wanted: unknown): (string | number)[] {
  const strings = Array.isArray(wanted) && wanted.every((one) => typeof one === 'string');
  const integers = Array.isArray(wanted) && wanted.every((one) => Number.isInteger(one));
  if (!strings && !integers) throw malformed('match.any and match.except take a list of strings or of integers');
  return wanted as (string | number)[];
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isInteger(value);
}
