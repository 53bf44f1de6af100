import { type DetectOptions, detect } from './detect.ts';
import { isJsonNumber, JsonPlace, numberEnd } from './json-place.ts';
import { LITERAL, PLACEHOLDER, type Placeholders } from './placeholders.ts';
import { meaningOf } from './reading/escapes.ts';
import type { Span } from './types.ts';

/** For text without findings: whatever looks like a placeholder in it was typed, and becomes one of type LITERAL. */
export const escapeTyped = (text: string, placeholders: Placeholders): string =>
  text.includes('<') ? text.replace(PLACEHOLDER, (typed) => placeholders.placeholderFor(LITERAL, typed)) : text;

/** A finding, as far as it is needed to replace it. */
export type Found = Pick<Span, 'type' | 'start' | 'end'>;

type Replaced = { text: string; end: number };

/** A JSON number becomes a string, so that JSON stays JSON; its whole token is replaced, with the sign. */
const numberReplaced = (text: string, gap: string, found: Found, to: Replacement): Replaced | undefined => {
  const { type, start, end } = found;
  if (!isJsonNumber(text.slice(start, end))) return undefined;
  const signed = gap.endsWith('-');
  to.place.pass(signed ? gap.slice(0, -1) : gap);
  const { quotes } = to.place;
  if (quotes === undefined) {
    if (signed) to.place.pass('-');
    return undefined;
  }
  const whole = numberEnd(text, end);
  const placeholder = to.placeholders.placeholderFor(type, text.slice(signed ? start - 1 : start, whole), true);
  const kept = escapeTyped(signed ? gap.slice(0, -1) : gap, to.placeholders);
  return { text: kept + (isJsonNumber(placeholder) ? placeholder : quotes + placeholder + quotes), end: whole };
};

export type Replacement = { placeholders: Placeholders; place: JsonPlace };

/** Replaces what was `found` in `text` by placeholders; offsets are relative to its start. */
export const replaceFound = (
  text: string,
  found: readonly Found[],
  placeholders: Placeholders,
  place: JsonPlace = new JsonPlace(),
): string => {
  let redacted = '';
  let at = 0;
  for (const { type, start, end } of found) {
    // A number of JSON was replaced whole, and this began in the rest of it.
    const one = { type, start: Math.max(start, at), end };
    if (one.end <= one.start) continue;
    const gap = text.slice(at, one.start);
    const written = text.slice(one.start, one.end);
    const number = numberReplaced(text, gap, one, { placeholders, place });
    if (number !== undefined) {
      redacted += number.text;
    } else {
      if (!isJsonNumber(written)) place.pass(gap);
      redacted += escapeTyped(gap, placeholders) + placeholders.placeholderFor(one.type, meaningOf(one.type, written));
    }
    place.pass(written);
    at = number?.end ?? one.end;
  }
  return redacted + escapeTyped(text.slice(at), placeholders);
};

/** `text` with a placeholder for every value found in it, and the findings. */
export const redact = (
  text: string,
  placeholders: Placeholders,
  options: DetectOptions = {},
): { text: string; spans: Span[] } => {
  const spans = detect(text, options);
  return { text: replaceFound(text, spans, placeholders), spans };
};
