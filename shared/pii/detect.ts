import { matchCustom } from './custom/match.ts';
import type { CustomPattern } from './custom/pattern.ts';
import { scanProse } from './names/scan.ts';
import { CONTEXT } from './reading/context.ts';
import { forcedCuts, isCutThrough } from './reading/cuts.ts';
import { Reading } from './reading/reading.ts';
import { scanStructured } from './scan.ts';
import { settle } from './settle.ts';
import {
  type Candidate,
  NUMBER_TYPES,
  type PiiType,
  PROSE_TYPES,
  type Sink,
  type Span,
  STRUCTURED_TYPES,
} from './types.ts';

const wants = (options: DetectOptions, types: readonly PiiType[]): boolean =>
  options.types === undefined || types.some((type) => options.types!.includes(type));

/** Findings without overlaps in folded `text` from `from` on; the text before `from` is context. */
export const findIn = (text: string, from: number, options: DetectOptions): Candidate[] => {
  const candidates: Candidate[] = [];
  const wanted = options.types === undefined ? undefined : new Set<PiiType>(options.types);
  const sink: Sink = (type, start, end, score) => {
    if (start < from || end <= start || (wanted !== undefined && !wanted.has(type))) return;
    if (type === 'PEM' || !isCutThrough(text, start, end)) candidates.push({ type, start, end, score });
  };
  if (wants(options, STRUCTURED_TYPES)) scanStructured(text, from, sink, wants(options, NUMBER_TYPES));
  if (wants(options, PROSE_TYPES)) scanProse(text, from, sink);
  for (const pattern of options.custom ?? []) candidates.push(...matchCustom(pattern, text, from).found);
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
  /** Built-in types to look for; by default all. Custom patterns are always looked for. */
  types?: readonly PiiType[];
  custom?: readonly CustomPattern[];
};
