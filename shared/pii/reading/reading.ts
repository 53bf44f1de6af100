import type { Candidate, Span } from '../types.ts';
import { CONTEXT } from './context.ts';
import { isCut } from './cuts.ts';
import { escapesIn, hasEscapes, isSpelled } from './escapes.ts';
import { fold } from './fold.ts';
import { PendingText } from './pending-text.ts';

/** Candidates in folded `text` from `from` on. */
type Find = (text: string, from: number) => Candidate[];
type Range = readonly [start: number, end: number];

/** Folded text is read back in pieces of this length until it gives enough context. */
const STEP = 2 * CONTEXT;

/**
 * Pending text in two readings: as it is spelled, which decides about cuts, and, where escapes stand in it, as it is meant.
 * Values are looked for in both.
 */
export class Reading {
  readonly spelled = new PendingText();
  /** What was meant just before the pending part; undefined where no escape stood in it. */
  #contextMeant: string | undefined;

  append(chunk: string): void {
    this.spelled.append(chunk);
  }

  /** Lets go of everything before `at`; answers how far offsets moved. */
  release(at: number): number {
    const context = this.#meantBefore(at);
    const isSpelled = this.spelled.text.slice(0, at).endsWith(context);
    this.#contextMeant =
      isSpelled && (context.length === CONTEXT || this.#contextMeant === undefined) ? undefined : context;
    return this.spelled.release(at);
  }

  /** The findings between two cuts, of which `found` are those in the text as it is spelled. */
  spansOf(found: readonly Candidate[], from: number, to: number, find: Find): Span[] {
    const spans = found.filter(({ start }) => start < to).map((one) => this.spelled.spanOf(one));
    const escapes = this.#escapes(from, to);
    if (escapes.length === 0) return spans;
    const meant = this.#regions(escapes, from, to).flatMap((region) => this.#findMeant(region, find));
    return united(
      spans.map((span) => aroundEscapes(span, escapes, this.spelled.raw)),
      meant,
    );
  }

  /** Raw offsets of the escapes between two cuts. */
  #escapes(from: number, to: number): Range[] {
    const start = this.spelled.rawAt(from);
    const stretch = this.spelled.raw.slice(start, this.spelled.rawAt(to));
    if (!hasEscapes(stretch)) return [];
    return escapesIn(stretch).map(([first, end]) => [start + first, start + end] as const);
  }

  /** The stretches from cut to cut that have escapes in them. */
  #regions(escapes: readonly Range[], from: number, to: number): Range[] {
    const { spelled } = this;
    const regions: Range[] = [];
    let done = from;
    for (const [rawStart, rawEnd] of escapes) {
      const at = spelled.indexOf(rawStart);
      if (at < done) continue;
      const start = this.#cutUpTo(at, done);
      let end = spelled.indexOf(rawEnd);
      while (end < to && !isCut(spelled.text, end)) end += 1;
      regions.push([start, Math.min(end, to)]);
      done = end;
    }
    return regions;
  }

  #cutUpTo(at: number, floor: number): number {
    let cut = Math.max(at, floor);
    while (cut > floor && !isCut(this.spelled.text, cut)) cut -= 1;
    return cut;
  }

  #findMeant([from, to]: Range, find: Find): Span[] {
    const meant = new PendingText(this.#meantBefore(from), true);
    const start = this.spelled.rawAt(from);
    meant.append(this.spelled.raw.slice(start, this.spelled.rawAt(to)));
    return find(meant.text, meant.from).map((one) => {
      const span = meant.spanOf(one);
      return { ...span, start: span.start + start, end: span.end + start };
    });
  }

  /** The context of `at` as it is meant. It is read from a cut on, as no escape lies across one. */
  #meantBefore(at: number): string {
    const { spelled } = this;
    const end = spelled.rawAt(at);
    for (let reach = STEP; ; reach *= 2) {
      const from = this.#cutUpTo(at - reach, spelled.from);
      const { text } = fold(spelled.raw.slice(spelled.rawAt(from), end), true);
      if (text.length >= CONTEXT) return text.slice(-CONTEXT);
      if (from === spelled.from) return ((this.#contextMeant ?? spelled.text.slice(0, from)) + text).slice(-CONTEXT);
    }
  }
}

const overlapsAny = (spans: readonly Span[], { start, end }: Span): boolean =>
  spans.some((one) => one.start < end && one.end > start);

/** What is meant counts, but for values whose spelling is what they are. */
const united = (spelled: readonly Span[], meant: readonly Span[]): Span[] => {
  const kept = spelled.filter((span) => isSpelled(span.type) || !overlapsAny(meant, span));
  const others = meant.filter((span) => !overlapsAny(kept, span));
  return [...kept, ...others].sort((one, other) => one.start - other.start);
};

/** A value as it is spelled never begins or ends within an escape: `\nsecret` is a line break and a secret. */
const aroundEscapes = (span: Span, escapes: readonly Range[], raw: string): Span => {
  const before = escapes.find(([start, end]) => start < span.start && end > span.start);
  const behind = escapes.find(([start, end]) => start < span.end && end > span.end);
  if (before === undefined && behind === undefined) return span;
  const [start, end] = [before?.[1] ?? span.start, behind?.[1] ?? span.end];
  return { ...span, start, end, value: raw.slice(start, end) };
};
