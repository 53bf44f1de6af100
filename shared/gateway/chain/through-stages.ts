import type { Batch } from '../call/batches.ts';
import { type Awaitable, isPromise } from './awaitable.ts';
import { isWords } from './pieces.ts';
import type { Piece, Words } from './policy.ts';
import type { PolicyStage } from './policy-stage.ts';

/**
 * The words of one read, through all policies. Those that are through wait for none that takes its time, and go on before a
 * policy refuses the next: the caller has them as if each had come alone.
 */
export async function* wordsThroughStages(stages: readonly PolicyStage[], words: Words[]): AsyncGenerator<Batch, void> {
  let through: Words[] = [];
  for (const one of words) {
    const { passed, failure } = attempted(stages, one);
    const isAwaited = isPromise(passed);
    // While the caller takes what is through, nobody waits for this one: should it fail, that is seen below.
    if (isAwaited) passed.catch(() => undefined);
    if ((isAwaited || failure) && through.length > 0) {
      yield through;
      through = [];
    }
    if (failure) throw failure.error;
    through.push(...wordsOf(isAwaited ? await passed : passed));
  }
  if (through.length > 0) yield through;
}

const attempted = (
  stages: readonly PolicyStage[],
  words: Words,
): { passed: Awaitable<Piece[]>; failure?: { error: unknown } } => {
  try {
    return { passed: throughStages(stages, [words]) };
  } catch (error) {
    return { passed: [], failure: { error } };
  }
};

export const throughStages = (stages: readonly PolicyStage[], pieces: Piece[]): Awaitable<Piece[]> => {
  let all = pieces;
  for (const [at, stage] of stages.entries()) {
    const out = inTurn(stage, all);
    if (isPromise(out)) return out.then((made) => throughStages(stages.slice(at + 1), made));
    all = out;
  }
  return all;
};

/** One after the other: what a policy does with a later piece may depend on an earlier one. */
export const inTurn = (stage: PolicyStage, pieces: Piece[]): Awaitable<Piece[]> => {
  const [first, ...others] = pieces;
  if (!first) return [];
  return others.length === 0 ? stage.piece(first) : oneByOne(stage, pieces);
};

const oneByOne = async (stage: PolicyStage, pieces: Piece[]): Promise<Piece[]> => {
  const out: Piece[] = [];
  for (const piece of pieces) out.push(...(await stage.piece(piece)));
  return out;
};

export const wordsOf = (pieces: readonly Piece[]): Words[] =>
  pieces.filter(isWords).filter((words) => words.text !== '' || (words.kind === 'reasoning' && words.native));
