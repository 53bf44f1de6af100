import type { BuildSteps, CommandResult, Draft } from '../steps/steps.ts';
import { fails, type StageRun, type Work } from './work.ts';

/** Runs of the tests after something was mended. Each hunt and each further plan is bounded by itself. */
const MAX_RUNS = 12;

/** What a failed command shows. */
export const evidenceOf = (command: string, { exit, output, killed }: CommandResult): string =>
  `$ ${command}\n${output}\nexit ${exit}${killed ? `, killed for its ${killed}` : ''}`;

/** Builds, and keeps what that made; then tests the newest version as a whole. */
export const test: StageRun = async (steps, work, name) => {
  if ((work.entered.get('test') ?? 0) > MAX_RUNS)
    return fails(work, {
      reason: `The tests still fail after ${MAX_RUNS} runs.`,
      evidence: work.evidence,
      next: 'Read the output, mend it by hand or say in other words what is wanted, and continue the build.',
    });
  const draft: Draft = { base: await steps.newest(`${name}/newest`), changes: [] };
  const built = await build(steps, work, { name, draft });
  if (!built) return 'failed';
  const command = work.architecture?.test_command ?? 'true';
  const tested = await steps.run(`${name}/run`, { draft: built, command });
  const hasPassed = tested.exit === 0;
  if (!hasPassed) work.evidence = evidenceOf(command, tested);
  const text = hasPassed ? 'The tests pass.' : 'Tests fail.';
  await steps.tell(`${name}/told`, { stage: 'test', text });
  return hasPassed ? 'passed' : 'failed';
};

type Building = { name: string; draft: Draft };

/** `undefined`: it cannot be built. */
const build = async (steps: BuildSteps, work: Work, { name, draft }: Building): Promise<Draft | undefined> => {
  const command = work.architecture?.build_command;
  if (!command) return draft;
  const built = await steps.run(`${name}/build`, { draft, command });
  if (built.exit !== 0) {
    work.evidence = evidenceOf(command, built);
    await steps.tell(`${name}/told`, { stage: 'test', text: 'It cannot be built.' });
    return undefined;
  }
  if (built.draft.changes.length === 0) return draft;
  const committed = await steps.commit(`${name}/commit`, { draft: built.draft, reason: 'Built' });
  if (committed.outcome === 'committed') return { base: committed.version, changes: [] };
  work.evidence = committed.outcome === 'refused' ? committed.reason : 'Files that are built were changed meanwhile.';
  await steps.tell(`${name}/told`, { stage: 'test', text: 'What was built cannot be kept.' });
  return undefined;
};
