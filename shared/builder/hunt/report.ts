import { troubleshooter } from '../roles/troubleshooter.ts';
import { BoundReached, RoleFailed } from '../steps/errors.ts';
import type { Steps } from '../steps/steps.ts';
import type { HuntState } from './attempt.ts';
import { type Attempt, situationOf } from './situation.ts';

/** Why a hunt stopped before all was well. `isBound`: a limit of the build is reached, and nothing more may be asked. */
export type Why = { reason: string; isBound: boolean };

/** What a person gets to read when a hunt is given up. What works and what fails was observed; the advice is an opinion. */
export type HuntReport = {
  reason: string;
  works: readonly string[];
  fails: readonly string[];
  /** The end of what the failing command said. */
  evidence: string;
  tried: readonly string[];
  likelyCause: string | undefined;
  /** What the person should do next, the most promising first. */
  next: readonly string[];
};

type GivenUp = { name: string; state: HuntState; attempts: readonly Attempt[]; symptom: string; why: Why };

export const giveUp = async (steps: Pick<Steps, 'ask'>, given: GivenUp): Promise<HuntReport> => {
  const { state, attempts, why } = given;
  const { tests, output } = state.seen;
  const advice = why.isBound ? undefined : await adviceFor(steps, given);
  return {
    reason: why.reason,
    works: tests.passed,
    fails: tests.failed,
    evidence: output,
    tried: attempts.map(({ hypothesis, result }) => (hypothesis === '' ? result : `${hypothesis} ${result}`)),
    likelyCause: advice?.likely_cause,
    next: advice?.next ?? [
      `Run the failing command and look at ${tests.failed[0] ?? 'what it says'}: the evidence shows where it stands.`,
      ...(why.isBound ? ['Go on with higher limits: what was mended is kept.'] : []),
    ],
  };
};

const adviceFor = async (steps: Pick<Steps, 'ask'>, { name, state, attempts, symptom, why }: GivenUp) => {
  const situation = situationOf({ symptom, seen: state.seen, earlier: attempts });
  const works = `Passing:\n${state.seen.tests.passed.map((test) => `- ${test}`).join('\n') || 'nothing'}`;
  const input = `${situation}\n\n${works}\n\nWhy it stopped: ${why.reason}`;
  try {
    return await steps.ask(name, { role: troubleshooter, input, draft: state.draft });
  } catch (error) {
    // Without advice the facts still stand.
    if (error instanceof RoleFailed || error instanceof BoundReached) return undefined;
    throw error;
  }
};
