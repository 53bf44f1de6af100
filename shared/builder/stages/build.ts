import { Defect } from '../../core/errors.ts';
import { RoleFailed } from '../steps/errors.ts';
import type { BuildSteps } from '../steps/steps.ts';
import { design } from './architecture.ts';
import { buildTasks } from './development.ts';
import { document, release } from './documentation.ts';
import { runFix } from './fix.ts';
import { hunt } from './hunt.ts';
import { plan } from './plan.ts';
import { specify } from './specification.ts';
import { isEnd, type Outcome, type Stage, stageAfter } from './table.ts';
import { test } from './test.ts';
import { troubleshoot } from './troubleshoot.ts';
import { type BuildEnd, fails, newWork, type Order, type StageRun, type Work } from './work.ts';

const RUNS: Record<Exclude<Stage, 'done' | 'given_up'>, StageRun> = {
  specification: specify,
  architecture: design,
  plan,
  development: buildTasks,
  test,
  hunt,
  troubleshoot,
  documentation: document,
  release,
};

const BEGINS: Record<Exclude<Stage, 'done' | 'given_up'>, string> = {
  specification: 'The wish is being specified.',
  architecture: 'The architecture is being drawn.',
  plan: 'The work is being divided.',
  development: 'The tasks are being done.',
  test: 'Everything is being tested.',
  hunt: 'The cause of the failure is being looked for.',
  troubleshoot: 'The team thinks about how to go on.',
  documentation: 'The README is being written.',
  release: 'It is ready to be looked at.',
};

/** The whole build, from stage to stage. All it does to the world are steps, so that it may be run again from its beginning. */
export const runBuild = async (given: BuildSteps, order: Order): Promise<BuildEnd> => {
  const steps = order.settings.oversight === 'none' ? unasked(given) : given;
  const work = newWork(order);
  if (order.fix) return runFix(steps, work, order.fix);
  if (order.begins.length > 0) {
    const draft = { base: await steps.newest('template/newest'), changes: order.begins };
    await steps.commit('template', { draft, reason: `Template ${order.settings.template}` });
  }
  let stage: Stage = 'specification';
  for (let turn = 1; !isEnd(stage); turn += 1) {
    const name = `${turn}-${stage}`;
    work.entered.set(stage, (work.entered.get(stage) ?? 0) + 1);
    await steps.tell(name, { stage, text: BEGINS[stage as keyof typeof BEGINS] });
    const outcome = await outcomeOf(steps, work, { stage: stage as keyof typeof RUNS, name });
    const next: Stage | undefined = stageAfter(stage, outcome);
    if (!next) throw new Defect(`The stage ${stage} cannot come to ${outcome}.`);
    stage = next;
  }
  if (stage === 'done') {
    await steps.tell('done', { stage, text: 'It is done.' });
    return { state: 'done', summary: work.summary };
  }
  await steps.tell('given_up', { stage, text: 'The team gives up.' });
  return { state: 'given_up', failure: work.failure ?? { reason: 'The team gave up.', next: 'Continue the build.' } };
};

/** Nobody is asked: what would need a person's consent is left out. */
const unasked = (steps: BuildSteps): BuildSteps => ({
  ...steps,
  person: async () => ({ verdict: 'rejected', reason: 'Nobody is asked in this build.' }),
});

type At = { stage: keyof typeof RUNS; name: string };

const outcomeOf = async (steps: BuildSteps, work: Work, { stage, name }: At): Promise<Outcome> => {
  try {
    return await RUNS[stage](steps, work, name);
  } catch (error) {
    if (!(error instanceof RoleFailed)) throw error;
    return fails(work, {
      reason: `One of the team gave no usable answer, asked twice. ${error.message}`,
      next: 'Choose a stronger model for the agent, or ask for less at once, and continue the build.',
    });
  }
};
