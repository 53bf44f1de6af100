import { microseconds } from '../datetime.ts';
import { comparable, parsePath } from '../payload-path.ts';
import type { Payload } from '../point.ts';
import type { Tokenizer } from '../tokenizer.ts';
import type { FieldLookup } from './lookup.ts';
import { OrderedValues } from './ordered-values.ts';
import { PostingLists } from './posting-lists.ts';

/** What one payload key holds, arranged for one kind of condition. */
export type Column = {
  add(payload: Payload, entry: number): void;
  /** An upper bound of how many entries `find` returns. */
  count(lookup: FieldLookup): number;
  /** Entries in no order; one may be there twice. */
  find(lookup: FieldLookup): readonly number[];
};

export function createColumn({ kind, key }: FieldLookup, tokenizer: Tokenizer): Column {
  if (kind === 'value') return lists(key, (value) => [value]);
  if (kind === 'word') return lists(key, (value) => (typeof value === 'string' ? new Set(tokenizer(value)) : []));
  return kind === 'number' ? ordered(key, numberOf) : ordered(key, dateOf);
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);
const dateOf = (value: unknown) => (typeof value === 'string' ? microseconds(value) : undefined);

function lists(key: string, termsOf: (value: unknown) => Iterable<unknown>): Column {
  const path = parsePath(key);
  const postings = new PostingLists();
  const wanted = (lookup: FieldLookup): (readonly number[])[] => {
    if (lookup.kind === 'value') return lookup.values.map((value) => postings.of(value));
    if (lookup.kind !== 'word') return [];
    const found = lookup.words.map((word) => postings.of(word));
    return lookup.need === 'some' ? found : found.sort((a, b) => a.length - b.length).slice(0, 1);
  };
  return {
    add(payload, entry) {
      for (const value of comparable(payload, path)) {
        for (const term of termsOf(value)) postings.add(term, entry);
      }
    },
    count: (lookup) => wanted(lookup).reduce((sum, { length }) => sum + length, 0),
    find: (lookup) => wanted(lookup).flat(),
  };
}

function ordered(key: string, read: (value: unknown) => number | undefined): Column {
  const path = parsePath(key);
  const values = new OrderedValues();
  return {
    add(payload, entry) {
      for (const value of comparable(payload, path)) {
        const number = read(value);
        if (number !== undefined) values.add(number, entry);
      }
    },
    count: (lookup) => ('span' in lookup ? values.count(lookup.span) : 0),
    find: (lookup) => ('span' in lookup ? values.within(lookup.span) : []),
  };
}
