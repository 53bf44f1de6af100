import type { CapturedError } from '../errors/captured.ts';
import { BoundReached, RoleFailed } from '../steps/errors.ts';
import type { Draft, Steps } from '../steps/steps.ts';
import { attemptFix, type HuntState } from './attempt.ts';
import { isFailure, observe, type Reproduction } from './observe.ts';
import { giveUp, type HuntReport, type Why } from './report.ts';
import { errorText, reproduceError } from './reproduce.ts';
import type { Attempt } from './situation.ts';

export type HuntAsked = {
  /** What the names of the steps begin with. */
  name: string;
  draft: Draft;
  /** What is wrong: a command that fails, or an error that was captured. */
  failure: { command: string } | { error: CapturedError };
  /** The whole test command of the project. */
  test: string;
  /** In a row without any test mended. With each that is mended there is one less to mend, so every hunt ends. */
  attempts: number;
  /** Files that the program itself writes its log to. */
  logFiles?: readonly string[];
};

export type HuntResult =
  /** The reproduction and all tests pass. */
  | { outcome: 'fixed'; draft: Draft; attempts: readonly Attempt[] }
  /** The failure does not happen. */
  | { outcome: 'not_reproduced'; draft: Draft; attempts: readonly Attempt[] }
  /** The draft has what was mended until then, which may be nothing. `isReproduced`: the failure itself still happens. */
  | { outcome: 'given_up'; draft: Draft; attempts: readonly Attempt[]; report: HuntReport; isReproduced: boolean };

/**
 * Hunts one failure: reproduces it, looks at it with logs, mends it, and verifies that with the reproduction and all tests. A fix that
 * breaks anything, or mends nothing, is taken back. The draft it returns holds nothing but fixes that helped: logs and reproductions
 * are in copies that are dropped.
 */
export const hunt = async (
  steps: Pick<Steps, 'ask' | 'run' | 'read' | 'list'>,
  asked: HuntAsked,
): Promise<HuntResult> => {
  const { name, draft, failure, test } = asked;
  const reproduction = await reproductionOf(steps, asked);
  if (!reproduction) return { outcome: 'not_reproduced', draft, attempts: [] };
  const first = await observe(steps, { name: `${name}/first`, draft, reproduction, test });
  if (!isFailure(first.reproduced)) return { outcome: 'not_reproduced', draft, attempts: [] };
  const symptom = 'error' in failure ? errorText(failure.error) : `This command fails: ${failure.command}`;
  const hunted = await pursue(steps, { ...asked, reproduction, symptom, state: { draft, seen: first } });
  const { state, attempts, why } = hunted;
  if (why === undefined) return { outcome: 'fixed', draft: state.draft, attempts };
  const report = await giveUp(steps, { name: `${name}/give_up`, state, attempts, symptom, why });
  const isReproduced = isFailure(state.seen.reproduced);
  return { outcome: 'given_up', draft: state.draft, attempts, report, isReproduced };
};

/** An error for which there is no command becomes one. */
const reproductionOf = async (
  steps: Pick<Steps, 'ask' | 'run' | 'list'>,
  { name, draft, failure }: HuntAsked,
): Promise<Reproduction | undefined> => {
  if ('command' in failure) return { command: failure.command, files: [] };
  try {
    return await reproduceError(steps, { name: `${name}/reproduce`, draft, error: failure.error });
  } catch (error) {
    if (error instanceof RoleFailed) return undefined;
    throw error;
  }
};

type Pursuit = HuntAsked & { reproduction: Reproduction; symptom: string; state: HuntState };
/** `why`: where it stopped before all was well. */
type Pursued = { state: HuntState; attempts: readonly Attempt[]; why?: Why };

const pursue = async (steps: Pick<Steps, 'ask' | 'run' | 'read'>, asked: Pursuit): Promise<Pursued> => {
  const { name, reproduction, test, symptom, logFiles = [] } = asked;
  let { state } = asked;
  const attempts: Attempt[] = [];
  let inVain = 0;
  try {
    while (state.seen.tests.failed.length > 0) {
      if (inVain >= asked.attempts) {
        return { state, attempts, why: { reason: `No test was mended in ${inVain} attempts.`, isBound: false } };
      }
      const result = await attemptFix(steps, {
        name: `${name}/${attempts.length + 1}`,
        ...{ state, reproduction, test, symptom, logFiles, earlier: attempts },
      });
      attempts.push(result.attempt);
      if (result.gaveUp !== undefined) {
        return { state, attempts, why: { reason: `The bug hunter gave up: ${result.gaveUp}`, isBound: false } };
      }
      inVain = result.state ? 0 : inVain + 1;
      state = result.state ?? state;
    }
    return { state, attempts };
  } catch (error) {
    if (!(error instanceof BoundReached)) throw error;
    return { state, attempts, why: { reason: error.message, isBound: true } };
  }
};
