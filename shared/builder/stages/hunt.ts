import { hunt as huntFailure } from '../hunt/hunt.ts';
import type { HuntReport } from '../hunt/report.ts';
import type { Draft } from '../steps/steps.ts';
import { keepReviewed } from './keep.ts';
import type { StageRun } from './work.ts';

/** Looks for the cause of failing tests and mends it. What was mended and accepted is kept, also where something is left. */
export const hunt: StageRun = async (steps, work, name) => {
  const draft: Draft = { base: await steps.newest(`${name}/newest`), changes: [] };
  const test = wholeTest(work.architecture);
  const { max_attempts: attempts } = work.settings.limits;
  const hunted = await huntFailure(steps, { name, draft, failure: { command: test }, test, attempts });
  if (hunted.outcome === 'not_reproduced') return 'passed';
  const task = `Mend what fails here, and change nothing else:\n$ ${test}\n${work.evidence}`;
  const { changes } = hunted.draft;
  const kept = await keepReviewed(steps, { name, task, draft, changes, reason: 'Mended failing tests' });
  if (hunted.outcome === 'given_up') work.report = hunted.report;
  else if (kept.outcome === 'refused') work.report = notKept(kept.reason, work.evidence);
  // Files that were changed meanwhile are tested, and mended, as they are now.
  return hunted.outcome === 'fixed' && kept.outcome !== 'refused' ? 'passed' : 'failed';
};

/** Builds first, where there is something to build. */
export const wholeTest = (
  commands: { test_command?: string; build_command?: string | null | undefined } = {},
): string => {
  const { test_command: tests = 'true', build_command: build } = commands;
  return build ? `${build} && ${tests}` : tests;
};

const notKept = (reason: string, evidence: string): HuntReport => ({
  reason: `A fix was found, and could not be kept. ${reason}`,
  works: [],
  fails: ['the tests'],
  evidence,
  tried: [],
  likelyCause: undefined,
  next: ['Say how it is to be mended instead, or mend it by hand and continue the build.'],
});

const listOf = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n') || '- nothing';

/** For the person, who may write below it what is to be done. */
export const textOfReport = ({ reason, works, fails, evidence, tried, likelyCause, next }: HuntReport): string =>
  [
    reason,
    `Works:\n${listOf(works)}`,
    `Does not work:\n${listOf(fails)}`,
    `Was tried:\n${listOf(tried)}`,
    ...(likelyCause === undefined ? [] : [`Likely cause: ${likelyCause}`]),
    `What it says:\n${evidence}`,
    `What can be done:\n${listOf(next)}`,
  ].join('\n\n');
