import { compareRuns } from '../errors/test-run.ts';
import { bugHunterFix, type Fix } from '../roles/bug-hunter.ts';
import { RoleFailed } from '../steps/errors.ts';
import type { Draft, Steps } from '../steps/steps.ts';
import { changesOfEdits, type Edited } from './edits.ts';
import { look, type Sight } from './look.ts';
import { isFailure, type Observation, observe, type Reproduction, withFiles } from './observe.ts';
import { type Attempt, situationOf } from './situation.ts';

/** The project between two attempts. */
export type HuntState = { draft: Draft; seen: Observation };

export type AttemptAsked = {
  name: string;
  state: HuntState;
  reproduction: Reproduction;
  test: string;
  symptom: string;
  logFiles: readonly string[];
  earlier: readonly Attempt[];
};

/** What came of it; `state` only where the failing set shrank and nothing else broke: any other fix is taken back. */
export type AttemptResult = { attempt: Attempt; state?: HuntState; gaveUp?: string };

type HuntSteps = Pick<Steps, 'ask' | 'read' | 'run'>;

/** One attempt: look, conclude, fix, verify with the reproduction and with the whole test command. */
export const attemptFix = async (steps: HuntSteps, asked: AttemptAsked): Promise<AttemptResult> => {
  try {
    return await attempted(steps, asked);
  } catch (error) {
    if (!(error instanceof RoleFailed)) throw error;
    return {
      attempt: { hypothesis: '', result: 'The bug hunter did not answer in its form.', fix: undefined, seen: [] },
    };
  }
};

const attempted = async (steps: HuntSteps, asked: AttemptAsked): Promise<AttemptResult> => {
  const { name, state, earlier } = asked;
  const situation = situationOf({ symptom: asked.symptom, seen: state.seen, earlier });
  // Once the failure itself is mended, what is left shows in the tests.
  const shown = isFailure(state.seen.reproduced) ? asked.reproduction : { command: asked.test, files: [] };
  const sight = await look(steps, { ...asked, reproduction: shown, draft: state.draft, situation });
  const { fix, edited } = await concludeFrom(steps, { ...asked, sight, situation });
  const told = { hypothesis: fix.hypothesis, seen: sight.lines };
  if (fix.give_up !== undefined) {
    return { attempt: { ...told, fix: undefined, result: `It gave up: ${fix.give_up}` }, gaveUp: fix.give_up };
  }
  if ('wrong' in edited) return { attempt: { ...told, fix: undefined, result: `Not a fix: ${edited.wrong}` } };
  const draft = withFiles(state.draft, edited.changes);
  const seen = await observe(steps, { ...asked, name: `${name}/verify`, draft });
  const { fixed, broken } = compareRuns(state.seen.tests, seen.tests);
  const attempt = { ...told, fix: JSON.stringify(fix.edits), result: resultOf(fixed, broken) };
  return fixed.length > 0 && broken.length === 0 ? { attempt, state: { draft, seen } } : { attempt };
};

const resultOf = (fixed: readonly string[], broken: readonly string[]): string => {
  if (broken.length > 0) return `Taken back, as it broke: ${broken.join(', ')}.`;
  return fixed.length > 0 ? `Kept. It mended: ${fixed.join(', ')}.` : 'Taken back, as the same tests failed.';
};

type Conclusion = { fix: Fix; edited: Edited };

/** The hunter's fix. One that cannot be applied, or was taken back before, is asked for again once. */
const concludeFrom = async (
  steps: HuntSteps,
  { name, state, earlier, sight, situation }: AttemptAsked & { sight: Sight; situation: string },
): Promise<Conclusion> => {
  const question = `${situation}\n\n${sightText(sight)}`;
  const conclude = async (step: string, input: string): Promise<Conclusion> => {
    const fix = await steps.ask(step, { role: bugHunterFix, input, draft: state.draft });
    if (fix.give_up !== undefined) return { fix, edited: { changes: [] } };
    const isRepeated = earlier.some((attempt) => attempt.fix === JSON.stringify(fix.edits));
    if (isRepeated) return { fix, edited: { wrong: 'These edits were tried before.' } };
    return { fix, edited: await changesOfEdits(steps, { name: step, draft: state.draft, edits: fix.edits }) };
  };
  const first = await conclude(`${name}/fix`, question);
  if (!('wrong' in first.edited)) return first;
  return conclude(`${name}/fix/again`, `${question}\n\nYour last edits cannot be used. ${first.edited.wrong}`);
};

const sightText = ({ suspicion, lines, refused }: Sight): string =>
  [
    `Your suspicion:\n${suspicion}`,
    `New log lines of the last run:\n${lines.length > 0 ? lines.join('\n') : 'none'}`,
    ...(refused.length > 0 ? [`Logs that were not added:\n${refused.join('\n')}`] : []),
  ].join('\n\n');
