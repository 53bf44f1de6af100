import { troubleshooter } from '../roles/troubleshooter.ts';
import { textOfReport } from './hunt.ts';
import type { Outcome } from './table.ts';
import { type Failure, fails, type StageRun, sections, type Work } from './work.ts';

/** How to go on where tasks failed, where the tests do not pass, or where the person sent the release back. */
export const troubleshoot: StageRun = async (steps, work, name) => {
  // A release that was sent back says itself what is to be done.
  if (work.broken.size === 0 && work.report === undefined) return 'rework';
  const failure = failureOf(work);
  const isLast = (work.entered.get('troubleshoot') ?? 0) >= work.settings.limits.max_attempts;
  if (isLast || work.settings.oversight === 'none') return withoutPerson(work, failure, { isLast, steps, name });
  const content = work.report ? textOfReport(work.report) : failure.reason;
  const title = 'The team does not get further. Say how to go on, or reject to stop.';
  const verdict = await steps.person(`${name}/ask`, { about: 'troubleshoot', title, content });
  if (verdict.verdict !== 'approved') return fails(work, failure);
  work.complaint = [verdict.content, verdict.reason ?? ''].join('\n');
  work.report = undefined;
  return 'rework';
};

const failureOf = ({ broken, report, evidence }: Work): Failure => {
  if (report)
    return { reason: report.reason, evidence: textOfReport(report), next: report.next[0] ?? 'Continue the build.' };
  const reasons = [...broken].map(([task, reason]) => `${task}: ${reason}`).join('\n');
  return {
    reason: `Some tasks could not be done.\n${reasons}`,
    evidence,
    next: 'Describe these parts in other words, or leave them out, and continue the build.',
  };
};

type Alone = { isLast: boolean; name: string; steps: Parameters<StageRun>[0] };

/** Nobody is asked: failed tasks get another try with advice, tests that were hunted in vain do not. */
const withoutPerson = async (work: Work, failure: Failure, { isLast, steps, name }: Alone): Promise<Outcome> => {
  if (isLast || work.report) return fails(work, failure);
  const input = sections({ Specification: work.specification, 'What could not be done': failure.reason });
  const { likely_cause, next } = await steps.ask(`${name}/advise`, { role: troubleshooter, input });
  work.complaint = [likely_cause, ...next].join('\n');
  return 'accepted';
};
