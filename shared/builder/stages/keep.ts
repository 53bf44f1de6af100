import { type ReviewAsked, reviewHunks } from '../review/review.ts';
import type { BuildSteps, CommitResult } from '../steps/steps.ts';

type Keeping = Pick<ReviewAsked, 'name' | 'task' | 'draft' | 'changes'> & { reason: string };

/**
 * Commits what the reviewer accepts of changes that nobody is going to rework: whoever made them has done their work. Nothing accepted
 * is `refused`, with what the reviewer says.
 */
export const keepReviewed = async (
  steps: BuildSteps,
  { reason, ...asked }: Keeping,
): Promise<CommitResult | { outcome: 'nothing' }> => {
  if (asked.changes.length === 0) return { outcome: 'nothing' };
  const { draft, rework, ignored } = await reviewHunks(steps, {
    ...asked,
    name: `${asked.name}/review`,
    rework: async () => [],
  });
  const refused = [...rework, ...ignored];
  if (draft.changes.length === 0 && refused.length === 0) return { outcome: 'nothing' };
  if (draft.changes.length === 0) {
    const why = refused.map((one) => `${one.path}: ${one.reason}`).join('\n');
    return { outcome: 'refused', reason: `The reviewer accepted no part of it.\n${why}` };
  }
  return steps.commit(`${asked.name}/commit`, { draft, reason });
};
