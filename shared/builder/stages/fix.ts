import { excerpt } from '../../core/excerpt.ts';
import { attempted } from '../errors/ledger.ts';
import { type ErrorsFixed, fixErrors } from '../hunt/fix-errors.ts';
import type { Page } from '../progress.ts';
import type { BuildSteps, Draft } from '../steps/steps.ts';
import { textOfReport, wholeTest } from './hunt.ts';
import { keepReviewed } from './keep.ts';
import { test } from './test.ts';
import type { BuildEnd, Work } from './work.ts';

const MAX_MESSAGE = 200;

/** Mends what browsers said goes wrong in a page: each group of errors is hunted, what helped is reviewed, kept, built and tested. */
export const runFix = async (steps: BuildSteps, work: Work, page: Page): Promise<BuildEnd> => {
  await steps.page('page', page);
  const errors = await steps.captured('captured', page);
  const named = errors.map(({ message }) => `- ${excerpt(message, MAX_MESSAGE)}`).join('\n');
  if (errors.length === 0) return ends(steps, { state: 'done', summary: 'Its page has reported no further errors.' });
  await steps.tell('hunt', { stage: 'hunt', text: `Its page has reported errors, which are hunted:\n${named}` });
  const draft: Draft = { base: await steps.newest('newest'), changes: [] };
  const paths = await steps.list('files', { draft });
  const { max_attempts: attempts } = work.settings.limits;
  const fixed = await fixErrors(steps, {
    ...{ name: 'fix', draft, errors, paths, attempts },
    ledger: page.ledger,
    test: wholeTest(page),
  });
  const kept = await keepReviewed(steps, {
    ...{ name: 'keep', draft, changes: fixed.draft.changes, reason: 'Mended errors of the page' },
    task: `Mend these errors of the page, and change nothing else:\n${named}`,
  });
  const isKept = kept.outcome === 'committed';
  const isTested = !isKept || (await isBuilt(steps, work, page));
  const ledger = isKept ? fixed.ledger : ledgerWithout(page, fixed);
  await steps.page('mended', { ...page, ledger, since: isKept ? await steps.newest('since') : page.since });
  const left = leftOf(fixed);
  if (kept.outcome === 'refused') left.push(`What was changed was not kept. ${kept.reason}`);
  else if (kept.outcome === 'conflict') left.push('The same lines were changed meanwhile by somebody else.');
  if (!isTested) left.push(`It cannot be built, or its tests fail.\n${work.evidence}`);
  const done = isKept ? mendedOf(fixed) : [];
  if (left.length === 0) return ends(steps, { state: 'done', summary: `Mended: ${done.join('; ')}.` });
  const next = 'Look at what shows it, mend it by hand, or continue the build and say what is to be done.';
  const reason = [
    ...(done.length > 0 ? [`Mended: ${done.join('; ')}.`] : []),
    'Not all that its page reported is mended.',
  ];
  return ends(steps, { state: 'given_up', failure: { reason: reason.join('\n'), evidence: left.join('\n\n'), next } });
};

/** What the page is made of anew, so that the mended files are what it shows. */
const isBuilt = async (steps: BuildSteps, work: Work, { test_command, build_command }: Page): Promise<boolean> => {
  work.architecture = { overview: 'As it is.', files: [], test_command, build_command };
  return (await test(steps, work, 'test')) === 'passed';
};

/** The attempts count, though nothing of them was kept. */
const ledgerWithout = ({ ledger }: Page, { hunts }: ErrorsFixed): Page['ledger'] =>
  hunts.reduce((known, { group }) => attempted(known, group.id, false), ledger);

const mendedOf = ({ hunts }: ErrorsFixed): string[] =>
  hunts.filter(({ result }) => result.outcome === 'fixed').map(({ group }) => group.message);

const leftOf = ({ hunts, leftAlone }: ErrorsFixed): string[] => [
  ...hunts.flatMap(({ group, result }) => {
    if (result.outcome === 'fixed') return [];
    const why =
      result.outcome === 'given_up' ? textOfReport(result.report) : 'No program could be found that shows it.';
    return [`${group.message}${group.at === undefined ? '' : ` (${group.at})`}\n${why}`];
  }),
  ...leftAlone.map(({ message }) => `${message}\nWas tried often enough.`),
];

const ends = async (steps: BuildSteps, end: BuildEnd): Promise<BuildEnd> => {
  const text = end.state === 'done' ? 'It is done.' : 'The team gives up.';
  await steps.tell('end', { stage: end.state, text });
  return end;
};
