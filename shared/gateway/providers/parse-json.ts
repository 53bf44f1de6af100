import { isExactNumber } from '../../core/json/exact.ts';

type Source = { source?: string };

const { rawJSON } = JSON as typeof JSON & { rawJSON(text: string): unknown };

/** As many digits as a double may not keep. */
const MANY_DIGITS = /\d{16}/;

/** JSON whose numbers are written again as they were, however many digits they have: ids beyond 2^53 among them. */
export const parseJson = (text: string): unknown =>
  MANY_DIGITS.test(text) ? JSON.parse(text, exactly) : JSON.parse(text);

const exactly = (_name: string, value: unknown, context?: Source): unknown =>
  typeof value === 'number' && context?.source !== undefined && MANY_DIGITS.test(context.source)
    ? rawJSON(context.source)
    : value;

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value);
