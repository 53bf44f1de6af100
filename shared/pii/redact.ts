import { type DetectOptions, detect } from './detect.ts';
import { LITERAL, PLACEHOLDER, type Placeholders } from './placeholders.ts';
import type { Span } from './types.ts';

/** For text without findings: whatever looks like a placeholder in it was typed, and becomes one of type LITERAL. */
export const escapeTyped = (text: string, placeholders: Placeholders): string =>
  text.includes('<') ? text.replace(PLACEHOLDER, (typed) => placeholders.placeholderFor(LITERAL, typed)) : text;

/** Replaces `spans` by placeholders; the offsets of the spans are relative to `shift`. */
export const replaceSpans = (text: string, spans: readonly Span[], placeholders: Placeholders, shift = 0): string => {
  let redacted = '';
  let at = 0;
  for (const span of spans) {
    redacted += escapeTyped(text.slice(at, span.start - shift), placeholders);
    redacted += placeholders.placeholderFor(span.type, span.value);
    at = span.end - shift;
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
  return { text: replaceSpans(text, spans, placeholders), spans };
};
