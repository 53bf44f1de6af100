import { Defect } from '../../../core/errors.ts';
import { termsOf, wordsOfStore } from '../../recall/words.ts';
import type { Payload } from '../../record/payload.ts';
import type { Condition, Filter } from '../qdrant.ts';

/** Whether a memory meets a filter, as Qdrant would judge it. What is not understood is refused, never skipped. */
export const matches = (filter: Filter, payload: Payload): boolean => {
  if (filter.min_should) throw new Defect('The filter of memories has min_should, which this store does not know.');
  const should = listOf(filter.should);
  return (
    listOf(filter.must).every((one) => holds(one, payload)) &&
    !listOf(filter.must_not).some((one) => holds(one, payload)) &&
    (should.length === 0 || should.some((one) => holds(one, payload)))
  );
};

/** Of a filter within a filter; one without any asks for nothing. */
const PARTS = ['must', 'must_not', 'should', 'min_should'];

type Listed = Condition | Condition[] | null | undefined;

const listOf = (conditions: Listed): Condition[] => (conditions ? [conditions].flat() : []);

const holds = (condition: Condition, payload: Payload): boolean => {
  if ('has_id' in condition) return condition.has_id.includes(payload.memory_id);
  if ('is_empty' in condition && typeof condition.is_empty === 'object' && condition.is_empty)
    return valuesOf(payload, condition.is_empty.key).length === 0;
  if ('key' in condition) return fieldHolds(condition, payload);
  if (Object.keys(condition).every((name) => PARTS.includes(name))) return matches(condition as Filter, payload);
  throw unknown(condition);
};

type Field = Extract<Condition, { key: string }>;

const fieldHolds = (condition: Field, payload: Payload): boolean => {
  const { key, match, range, ...others } = condition as Field & { match?: object; range?: Range };
  const isUnderstood = (match === undefined) !== (range === undefined) && Object.keys(others).length === 0;
  if (!isUnderstood) throw unknown(condition);
  if (range) return valuesOf(payload, key).some((value) => isWithin(value, range));
  return matchHolds(match!, payload, key);
};

const matchHolds = (match: object, payload: Payload, key: string): boolean => {
  if ('text_any' in match && key === 'text') return sharesAWord(payload.text, String(match.text_any));
  const values = valuesOf(payload, key);
  if ('value' in match) return values.includes(match.value);
  if ('any' in match) return (match.any as unknown[]).some((wanted) => values.includes(wanted));
  if ('except' in match) return values.some((value) => !(match.except as unknown[]).includes(value));
  throw unknown(match);
};

/** An array is all of its values. The terms of a text are not stored here: they follow from it. */
const valuesOf = (payload: Payload, key: string): unknown[] => {
  const value: unknown = key === 'terms' ? termsOf(payload.text) : payload[key as keyof Payload];
  return value === undefined || value === null ? [] : [value].flat();
};

const sharesAWord = (text: string, wanted: string): boolean => {
  const words = new Set(wordsOfStore(text));
  return wordsOfStore(wanted).some((word) => words.has(word));
};

type Range = { gte?: unknown; gt?: unknown; lte?: unknown; lt?: unknown };

const isWithin = (value: unknown, { gte, gt, lte, lt }: Range): boolean =>
  typeof value === 'number' &&
  (typeof gte !== 'number' || value >= gte) &&
  (typeof gt !== 'number' || value > gt) &&
  (typeof lte !== 'number' || value <= lte) &&
  (typeof lt !== 'number' || value < lt);

/** The names alone: values are what people remember. */
const unknown = (condition: object): Defect =>
  new Defect(
    `The filter of memories has a condition that this store does not know: ${Object.keys(condition).join(', ')}.`,
  );
