import { isExactNumber } from '../../core/json/exact.ts';

type Source = { source?: string };

const { rawJSON } = JSON as typeof JSON & { rawJSON(text: string): unknown };

/** As many digits as a double may not keep. */
const MANY = 16;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Such a row covers one place in every `MANY`, so only those are looked at: each chunk of each answer is asked. */
const hasManyDigits = (text: string): boolean => {
  for (let at = MANY - 1; at < text.length; at += MANY) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let start = at;
    while (isDigit(text.charCodeAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end - start < MANY && isDigit(text.charCodeAt(end))) end += 1;
    if (end - start >= MANY) return true;
  }
  return false;
};

/** JSON whose numbers are written again as they were, however many digits they have: ids beyond 2^53 among them. */
export const parseJson = (text: string): unknown =>
  hasManyDigits(text) ? JSON.parse(text, exactly) : JSON.parse(text);

const exactly = (_name: string, value: unknown, context?: Source): unknown =>
  typeof value === 'number' && context?.source !== undefined && hasManyDigits(context.source)
    ? rawJSON(context.source)
    : value;

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value);
