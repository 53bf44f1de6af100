import { endOf } from '../../core/excerpt.ts';
import type { Change } from '../../workspace/index.ts';
import { type TestRun, testRunOf } from '../errors/test-run.ts';
import type { CommandResult, Draft, Steps } from '../steps/steps.ts';

/** What makes the failure happen: a command, on files of its own if it needs some. They are never part of what the hunt leaves. */
export type Reproduction = { command: string; files: readonly Change[] };

/** Stands among the tests, so that "the failing set shrinks" holds for it, too. */
export const REPRODUCTION = 'the reproduction';

/** The project as two commands see it: what fails, and what they said. */
export type Observation = { tests: TestRun; reproduced: CommandResult; output: string };

const MAX_OUTPUT = 4_000;

export const withFiles = (draft: Draft, files: readonly Change[]): Draft => ({
  base: draft.base,
  changes: [...draft.changes, ...files],
});

/** Runs the reproduction and the whole test command. Where both are one command it runs once. */
export const observe = async (
  steps: Pick<Steps, 'run'>,
  { name, draft, reproduction, test }: { name: string; draft: Draft; reproduction: Reproduction; test: string },
): Promise<Observation> => {
  const { command, files } = reproduction;
  const reproduced = await steps.run(`${name}/reproduce`, { draft: withFiles(draft, files), command });
  const isSame = command === test && files.length === 0;
  const tested = isSame ? reproduced : await steps.run(`${name}/test`, { draft, command: test });
  const tests = testRunOf(tested);
  const output = isFailure(reproduced) ? reproduced.output : tested.output;
  return { tests: isSame ? tests : withReproduction(tests, reproduced), reproduced, output: endOf(output, MAX_OUTPUT) };
};

export const isFailure = ({ exit, killed }: CommandResult): boolean => exit !== 0 || killed !== undefined;

const withReproduction = (tests: TestRun, reproduced: CommandResult): TestRun => {
  const list = isFailure(reproduced) ? 'failed' : 'passed';
  return { ...tests, [list]: [...tests[list], REPRODUCTION].toSorted() };
};
