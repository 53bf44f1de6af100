import { MEMORY_TABLE_SCHEMA } from '../../../core/memory-table-schema.ts';
import type { Condition, Filter } from '../qdrant.ts';

/** The ids that a filter requires, if it names any at its top. */
export const idsIn = (filter: Filter): string[] | undefined => {
  const named = required(filter).flatMap((one) => ('has_id' in one ? [one.has_id.map(String)] : []));
  return named[0];
};

/** Whether a filter reads the text or what follows from it, anywhere in it. */
export const readsText = (filter: Filter): boolean => /"key":"(text|terms)"/.test(JSON.stringify(filter));

export const isEmpty = (filter: Filter): boolean => Object.keys(filter).length === 0;

/** What the index itself compares, and whether that is all the filter asks for. */
export const divided = (filter: Filter): { inline: Record<string, string>; isWhole: boolean } => {
  const pairs = required(filter).flatMap((one) => inlinePair(one));
  const inline = Object.fromEntries(pairs);
  const isWhole = Object.keys(inline).length === required(filter).length && !filter.must_not && !filter.should;
  return { inline, isWhole };
};

const required = ({ must }: Filter): Condition[] => (must ? [must].flat() : []);

const inlineFilters: readonly string[] = MEMORY_TABLE_SCHEMA.inlineFilters;

const inlinePair = (condition: Condition): [string, string][] => {
  if (!('key' in condition) || !inlineFilters.includes(condition.key)) return [];
  const { match } = condition;
  return match && 'value' in match && typeof match.value === 'string' ? [[condition.key, match.value]] : [];
};
