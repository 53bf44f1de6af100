/**
 * One line of a comparison, as `--json` writes it. `peer` is who `work` names beside us, measured in the same run, or the least
 * that is possible; `ratio` is ours to theirs. Both are null where there is nobody to compare with, or they are not installed.
 */
export type Result = { work: string; ours: number; peer: number | null; ratio: number | null; unit: string };

export type Benchmark = () => Promise<Result[]>;

/** A figure of ours alone. */
export const figure = (work: string, ours: number, unit: string): Result => ({
  work,
  ours: rounded(ours),
  peer: null,
  ratio: null,
  unit,
});

/** A figure of ours with the same of a peer. */
export const beside = (work: string, unit: string, { ours, peer }: { ours: number; peer: number }): Result => ({
  work,
  ours: rounded(ours),
  peer: rounded(peer),
  ratio: rounded(ours / peer),
  unit,
});

const DIGITS = 4;

/** More digits than these are noise. */
const rounded = (value: number): number => Number(value.toPrecision(DIGITS));
