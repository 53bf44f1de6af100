import { reviewHunks } from '../review/review.ts';
import { type Breakdown, developer } from '../roles/developer.ts';
import { RoleFailed } from '../steps/errors.ts';
import type { BuildSteps, Draft } from '../steps/steps.ts';
import type { PlannedWork } from './graph.ts';
import { propose, sections, type Work } from './work.ts';
import { write } from './write.ts';

export type Developed = { version: number; summary: string } | { reason: string };

type Asked = { task: PlannedWork; name: string; complaint: string };

/**
 * One task, on a line of work of its own: broken down, written, reviewed hunk by hunk, committed. What others committed meanwhile is
 * merged; where it cannot be, and where nothing acceptable was written, it is tried again on the newest files, with the reason.
 */
export const develop = async (steps: BuildSteps, work: Work, { task, name, complaint }: Asked): Promise<Developed> => {
  let reason = complaint;
  for (let attempt = 1; attempt <= work.settings.limits.max_attempts; attempt += 1) {
    const tried = await attemptAt(steps, work, { task, name: `${name}/${attempt}`, complaint: reason }).catch(givenUp);
    if ('version' in tried) return tried;
    reason = tried.reason;
  }
  return { reason };
};

const givenUp = (error: unknown): Developed => {
  if (error instanceof RoleFailed) return { reason: `An answer had no usable form. ${error.message}` };
  throw error;
};

const attemptAt = async (steps: BuildSteps, work: Work, { task, name, complaint }: Asked): Promise<Developed> => {
  const draft: Draft = { base: await steps.newest(`${name}/newest`), changes: [] };
  const paths = await steps.list(`${name}/files`, { draft });
  const about = sections({
    Task: `${task.title}\n${task.description}`,
    Specification: work.specification,
    Architecture: JSON.stringify(work.architecture, null, 2),
    'Files of the project': paths.join('\n'),
    'What went wrong before': complaint,
  });
  const broken = await steps.ask(`${name}/break-down`, { role: developer, input: about, draft });
  const asked = { about: `${about}\n\n${breakdownOf(broken)}`, look: filesOf(broken) };
  const written = await write(steps, { name: `${name}/write`, draft, ...asked });
  if ('reason' in written) return written;
  const review = await reviewHunks(steps, {
    name: `${name}/review`,
    task: `${task.title}\n${task.description}\n\n${broken.approach}`,
    draft,
    changes: written.changes,
    rework: async ({ name: again, draft: accepted, wanted }) => {
      const faults = wanted.map(({ path, shown, reason }) => `${path}: ${reason}\n${shown}`).join('\n\n');
      const more = { name: again, draft: accepted, about: asked.about, look: asked.look };
      const rewritten = await write(steps, { ...more, complaint: faults });
      return 'reason' in rewritten ? [] : rewritten.changes;
    },
  });
  const refused = [...review.rework, ...review.ignored];
  if (review.draft.changes.length === 0) {
    if (refused.length === 0) return { version: draft.base, summary: 'The files are like this already.' };
    return { reason: `Nothing of it was accepted. ${refused.map((one) => one.reason).join(' ')}` };
  }
  const verdict = await propose(steps, work, {
    name: `${name}/agree`,
    at: 'step',
    about: 'changes',
    title: task.title,
    content: shownChanges(review.draft),
  });
  if (verdict.verdict === 'expired') return { reason: 'Nobody answered in time.' };
  if (verdict.verdict === 'rejected') return { reason: verdict.reason };
  if (verdict.content !== shownChanges(review.draft))
    return { reason: `The person wants it like this:\n${verdict.content}` };
  const committed = await steps.commit(`${name}/commit`, { draft: review.draft, reason: task.title });
  if (committed.outcome === 'conflict')
    return { reason: committed.conflicts.map(({ path, sides }) => `${path}: ${sides}`).join('\n\n') };
  if (committed.outcome === 'refused') return { reason: committed.reason };
  const left = review.rework.map(({ path, reason }) => `Left out of ${path}: ${reason}`);
  return { version: committed.version, summary: [`Version ${committed.version}.`, ...left].join(' ') };
};

const shownChanges = ({ changes }: Draft): string =>
  changes
    .map((change) => {
      if ('remove' in change) return `### ${change.path} goes away`;
      if ('moveTo' in change) return `### ${change.path} is moved to ${change.moveTo}`;
      const { path, content } = change;
      return `### ${path}\n${typeof content === 'string' ? content : '(not text)'}`;
    })
    .join('\n\n');

const breakdownOf = ({ approach, write: files }: Breakdown): string =>
  sections({
    'How it is done': approach,
    'Files to write': files.map(({ path, change }) => `${path}: ${change}`).join('\n'),
  });

const filesOf = ({ read, write: files }: Breakdown): string[] => [...read, ...files.map(({ path }) => path)];
