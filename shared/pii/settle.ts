import type { Candidate } from './types.ts';

/** A finding that lies inside a longer one yields to it, unless it is much surer. */
const MUCH_SURER = 0.3;

const contains = (outer: Candidate, inner: Candidate): boolean => outer.start <= inner.start && outer.end >= inner.end;

const better = (one: Candidate, other: Candidate): Candidate => {
  if (contains(one, other)) return other.score - one.score > MUCH_SURER ? other : one;
  if (contains(other, one)) return one.score - other.score > MUCH_SURER ? one : other;
  return other.score > one.score ? other : one;
};

const byStart = (one: Candidate, other: Candidate): number =>
  one.start - other.start || other.end - one.end || other.score - one.score;

/** The findings without overlaps, in order. Decides from left to right, so a stream that goes on after a gap agrees. */
export const settle = (candidates: Candidate[]): Candidate[] => {
  const settled: Candidate[] = [];
  for (const next of candidates.sort(byStart)) {
    const last = settled.at(-1);
    if (last === undefined || next.start >= last.end) settled.push(next);
    else settled[settled.length - 1] = better(last, next);
  }
  return settled;
};
