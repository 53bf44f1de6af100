import { type ReviewAsked, reviewHunks } from '../review/review.ts';
import { RoleFailed } from '../steps/errors.ts';
import type { BuildSteps, CommitResult } from '../steps/steps.ts';

type Keeping = Pick<ReviewAsked, 'name' | 'task' | 'draft' | 'changes'> & { reason: string };

/**
 * Commits what the reviewer accepts of changes that nobody is going to rework: whoever made them has done their work. Nothing accepted
 * is `refused`, with what the reviewer says; so is all of it where the reviewer says nothing usable.
 */
export const keepReviewed = async (
  steps: BuildSteps,
  { reason, ...asked }: Keeping,
): Promise<CommitResult | { outcome: 'nothing' }> => {
  if (asked.changes.length === 0) return { outcome: 'nothing' };
  const review = await reviewed(steps, asked);
  if ('failed' in review) return { outcome: 'refused', reason: `The reviewer gave no usable answer. ${review.failed}` };
  const { draft, rework, ignored } = review;
  const refused = [...rework, ...ignored];
  if (draft.changes.length === 0 && refused.length === 0) return { outcome: 'nothing' };
  if (draft.changes.length === 0) {
    const why = refused.map((one) => `${one.path}: ${one.reason}`).join('\n');
    return { outcome: 'refused', reason: `The reviewer accepted no part of it.\n${why}` };
  }
  return steps.commit(`${asked.name}/commit`, { draft, reason });
};

const reviewed = async (steps: BuildSteps, asked: Omit<Keeping, 'reason'>) => {
  try {
    return await reviewHunks(steps, { ...asked, name: `${asked.name}/review`, rework: async () => [] });
  } catch (error) {
    if (error instanceof RoleFailed) return { failed: error.message };
    throw error;
  }
};
