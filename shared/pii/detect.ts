import { matchCustom } from './custom/match.ts';
import type { CustomPattern } from './custom/pattern.ts';
import { CONTEXT } from './reading/context.ts';
import { forcedCuts } from './reading/cuts.ts';
import { Reading } from './reading/reading.ts';
import { settle } from './settle.ts';
import { type SharedScan, scanned } from './shared-scan.ts';
import type { Candidate, PiiType, Span } from './types.ts';

/** Findings without overlaps in folded `text` from `from` on; the text before `from` is context. */
export const findIn = (text: string, from: number, { types, custom = [], scan }: DetectOptions): Candidate[] => {
  const candidates = scan ? scan.scanned(text, from, types) : scanned(text, from, types);
  for (const pattern of custom) candidates.push(...matchCustom(pattern, text, from).found);
  return settle(candidates);
};

/**
 * Findings in complete text, segment by segment. A value across a forced cut is found in part or not at all. `natural` is the
 * last cut that was not forced.
 */
export const findAll = (reading: Reading, natural: number, options: DetectOptions): Span[] => {
  const { text, from } = reading.spelled;
  const find = (part: string, start: number): Candidate[] => findIn(part, start, options);
  const cuts = forcedCuts(text, natural);
  if (cuts.length === 0) return reading.spansOf(find(text, from), from, text.length, find);
  return [from, ...cuts].flatMap((start, index) => {
    const shift = Math.max(0, start - CONTEXT);
    const found = find(text.slice(shift, cuts[index]), start - shift);
    const moved = found.map((one) => ({ ...one, start: one.start + shift, end: one.end + shift }));
    return reading.spansOf(moved, start, cuts[index] ?? text.length, find);
  });
};

/** The personal data in `text`, in order and without overlaps. */
export const detect = (text: string, options: DetectOptions = {}): Span[] => {
  const whole = new Reading();
  whole.append(text);
  return findAll(whole, 0, options);
};

export type DetectOptions = {
  /** Built-in types to look for; by default `DEFAULT_TYPES`. Custom patterns are always looked for. */
  types?: readonly PiiType[];
  custom?: readonly CustomPattern[];
  /** Where others look through the same texts: it must know of all `types`. */
  scan?: SharedScan;
};
