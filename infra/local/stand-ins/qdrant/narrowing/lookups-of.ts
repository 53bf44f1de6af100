import { parseSpan } from '../conditions.ts';
import { type FieldIndexes, type FieldType, tokenizerOf } from '../field-index.ts';
import { conditionsOf } from '../filter.ts';
import { isObject } from '../payload-path.ts';
import type { FieldLookup, Lookup } from './lookup.ts';

const exact: FieldType[] = ['keyword', 'uuid', 'integer', 'bool'];

/**
 * Lookups of which each restricts the hits of a filter: of conditions in `must` on an indexed key, and of `should` when
 * every alternative is one. The filter has been read before, so what is malformed is not met here.
 */
export function lookupsOf(filter: unknown, indexes: FieldIndexes): Lookup[] {
  if (!isObject(filter)) return [];
  const required = conditionsOf(filter.must).flatMap((condition) => {
    if (!isObject(condition)) return [];
    return 'key' in condition ? (fieldLookup(condition, indexes) ?? []) : lookupsOf(condition, indexes);
  });
  const alternatives = conditionsOf(filter.should).map((condition) => fieldLookup(condition, indexes));
  const of = alternatives.filter((lookup) => lookup !== undefined);
  const complete = of.length > 0 && of.length === alternatives.length;
  return complete ? [...required, { kind: 'some', of }] : required;
}

function fieldLookup(condition: unknown, indexes: FieldIndexes): FieldLookup | undefined {
  if (!isObject(condition) || typeof condition.key !== 'string') return undefined;
  const { key, match, range } = condition;
  const index = indexes.get(key);
  if (!index) return undefined;
  if (isObject(match)) return matchLookup(key, match, indexes);
  const span = isObject(range) ? parseSpan(range) : undefined;
  if (!span) return undefined;
  const dates = index.type === 'datetime';
  const kept = dates || index.type === 'integer' || index.type === 'float';
  return kept && span.dates === dates ? { kind: dates ? 'date' : 'number', key, span } : undefined;
}

function matchLookup(key: string, match: Record<string, unknown>, indexes: FieldIndexes): FieldLookup | undefined {
  const { value, any, text, text_any } = match;
  const type = indexes.get(key)?.type;
  if (type && exact.includes(type)) {
    if (Array.isArray(any)) return { kind: 'value', key, values: [...new Set(any)] };
    return value === undefined || value === null ? undefined : { kind: 'value', key, values: [value] };
  }
  const wanted = text ?? text_any;
  const tokenizer = tokenizerOf(indexes, key);
  if (!tokenizer || typeof wanted !== 'string') return undefined;
  return { kind: 'word', key, words: [...new Set(tokenizer(wanted))], need: wanted === text ? 'every' : 'some' };
}
