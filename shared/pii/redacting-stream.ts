import { matchCustom } from './custom/match.ts';
import { type DetectOptions, findAll, findIn } from './detect.ts';
import { JsonPlace } from './json-place.ts';
import type { Placeholders } from './placeholders.ts';
import { forcedCuts, lastCut, MAX_PENDING_LENGTH } from './reading/cuts.ts';
import { Reading } from './reading/reading.ts';
import { replaceFound } from './redact.ts';
import type { Candidate, Span } from './types.ts';

/** Whether a place is a cut is known at most this many characters later: the word after it has at most 24 letters. */
const CUT_REACH = 32;
/** Shorter pending text is scanned on every push; longer text when it has grown by one part in `GROWTH`. */
const ALWAYS_SCANNED_LENGTH = 1024;
const GROWTH = 32;
const halfCharacter = /[\uD800-\uDBFF]$/;

/**
 * `redact` for text that comes in pieces: the pieces it returns make up the text that `redact` returns for the whole, however
 * it was split. Releases text up to the last place that no value can reach across, most often before the last word, and never
 * holds more than some 51,000 code units.
 */
export class RedactingStream {
  readonly #placeholders: Placeholders;
  readonly #options: DetectOptions;
  #reading = new Reading();
  #place = new JsonPlace();
  #half = '';
  /** The last cut that was not forced, and how far cuts have been looked for. */
  #natural = 0;
  #searched = 0;

  constructor(placeholders: Placeholders, options: DetectOptions = {}) {
    this.#placeholders = placeholders;
    this.#options = options;
  }

  push(chunk: string): string {
    const text = this.#half + chunk;
    this.#half = halfCharacter.exec(text)?.[0] ?? '';
    this.#reading.append(this.#half === '' ? text : text.slice(0, -1));
    if (!this.#isWorthScanning()) return '';
    let released = '';
    for (let step = this.#step(); step !== undefined; step = this.#step()) released += step;
    return released;
  }

  end(): string {
    const reading = this.#reading;
    reading.append(this.#half);
    const rest = this.#release(reading.spelled.text.length, findAll(reading, this.#natural, this.#options));
    this.#reading = new Reading();
    this.#place = new JsonPlace();
    this.#half = '';
    this.#natural = 0;
    this.#searched = 0;
    return rest;
  }

  /** Long text without a cut is scanned again only when it has grown by a part, so that all scans cost a few passes. */
  #isWorthScanning(): boolean {
    const { text, from } = this.#reading.spelled;
    const length = text.length - from;
    return length < ALWAYS_SCANNED_LENGTH || text.length - this.#searched >= length / GROWTH;
  }

  /** The next segment that is certain, redacted; undefined if there is none. */
  #step(): string | undefined {
    const { text, from } = this.#reading.spelled;
    const cut = this.#naturalCut();
    if (cut > from) return this.#release(cut, this.#found(cut, text));
    if (text.length - this.#natural < MAX_PENDING_LENGTH) return undefined;
    const forced = forcedCuts(text, this.#natural)[0];
    if (forced === undefined) return undefined;
    this.#natural = forced;
    return this.#release(forced, this.#found(forced, text.slice(0, forced)));
  }

  #naturalCut(): number {
    const { text, from } = this.#reading.spelled;
    const floor = text.includes('-----B', this.#natural)
      ? this.#natural
      : Math.max(this.#natural, this.#searched - CUT_REACH);
    this.#natural = Math.max(this.#natural, lastCut(text, this.#natural, text.length, false, floor));
    this.#searched = text.length;
    return this.#options.custom?.length ? this.#cutBesideCustom(from) : this.#natural;
  }

  /** The last cut that no match of a custom pattern reaches across, now or when more text comes. */
  #cutBesideCustom(from: number): number {
    const { text } = this.#reading.spelled;
    const matches = this.#options.custom!.map((pattern) => matchCustom(pattern, text, from));
    const openFrom = Math.min(...matches.map((match) => match.openFrom));
    const found = matches.flatMap((match) => match.found);
    let cut = openFrom >= this.#natural ? this.#natural : lastCut(text, from, openFrom, false);
    for (let across = this.#across(found, cut); across !== undefined; across = this.#across(found, cut)) {
      cut = lastCut(text, from, across.start, false);
    }
    return cut;
  }

  #across(found: Candidate[], cut: number): Candidate | undefined {
    return found.find(({ start, end }) => start < cut && end > cut);
  }

  #found(cut: number, text: string): Span[] {
    const { from } = this.#reading.spelled;
    const find = (part: string, start: number): Candidate[] => findIn(part, start, this.#options);
    return this.#reading.spansOf(find(text, from), from, cut, find);
  }

  #release(cut: number, spans: readonly Span[]): string {
    const text = this.#reading.spelled.rawUpTo(cut);
    const redacted = replaceFound(text, spans, this.#placeholders, this.#place);
    this.#place.pass(text.slice(spans.at(-1)?.end ?? 0));
    const moved = this.#reading.release(cut);
    this.#natural = Math.max(0, this.#natural - moved);
    this.#searched = Math.max(0, this.#searched - moved);
    return redacted;
  }
}
