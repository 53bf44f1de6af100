import { continuesWord } from '../reading/characters.ts';
import { type Candidate, SCORE } from '../types.ts';
import { firstsOf } from './firsts.ts';
import type { CustomPattern } from './pattern.ts';
import { type Program, type Step, within } from './program.ts';

export const MAX_MATCH_LENGTH = 256;

export type CustomMatches = {
  found: Candidate[];
  /** Where the first match starts that more text could still complete or lengthen; the length of the text if there is none. */
  openFrom: number;
};

const atBoundary = (text: string, at: number): boolean =>
  continuesWord(text.charCodeAt(at - 1)) !== continuesWord(text.charCodeAt(at));

/** Runs all branches at once (Pike's way): a set of steps that grows no larger than the program. */
class Run {
  readonly #program: Program;
  readonly #marks: Uint32Array;
  #generation = 0;

  constructor(program: Program) {
    this.#program = program;
    this.#marks = new Uint32Array(program.steps.length);
  }

  /** End of the longest match from `start` on, or -1; `open` if the text ended before the automaton did. */
  from(text: string, start: number): { end: number; open: boolean } {
    let entered = [this.#program.start];
    let end = -1;
    const limit = start + MAX_MATCH_LENGTH;
    for (let at = start; ; at += 1) {
      const sets: Array<Extract<Step, { kind: 'set' }>> = [];
      if (this.#close(entered, text, at, sets)) end = at;
      if (at >= text.length) return { end, open: at < limit };
      if (sets.length === 0 || at >= limit) return { end, open: false };
      const code = text.charCodeAt(at);
      entered = sets.filter((step) => within(step, code)).map((step) => step.next);
      if (entered.length === 0) return { end, open: false };
    }
  }

  /** Follows splits and boundaries and collects the steps that read a character; returns whether a match ends here. */
  #close(entered: number[], text: string, at: number, sets: Array<Extract<Step, { kind: 'set' }>>): boolean {
    this.#generation += 1;
    let matched = false;
    const open = [...entered];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      if (this.#marks[index] === this.#generation) continue;
      this.#marks[index] = this.#generation;
      const step = this.#program.steps[index]!;
      if (step.kind === 'match') matched = true;
      else if (step.kind === 'set') sets.push(step);
      else if (step.kind === 'split') open.push(step.next, step.other);
      else if (atBoundary(text, at)) open.push(step.next);
    }
    return matched;
  }
}

/** The matches of one pattern from `from` on, leftmost first, longest of those, none overlapping. */
export const matchCustom = ({ type, program }: CustomPattern, text: string, from: number): CustomMatches => {
  const run = new Run(program);
  const firsts = firstsOf(program);
  const found: Candidate[] = [];
  let openFrom = text.length;
  for (let at = from; at < text.length; ) {
    if (firsts[text.charCodeAt(at)] === 0) {
      at += 1;
      continue;
    }
    const { end, open } = run.from(text, at);
    if (open) openFrom = Math.min(openFrom, at);
    if (end > at) found.push({ type, start: at, end, score: SCORE.shape });
    at = end > at ? end : at + 1;
  }
  return { found, openFrom };
};
