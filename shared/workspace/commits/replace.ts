import { systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { type Draft, type Fresh, mustUnpackAnywhere } from './apply.ts';
import { type Committed, untilFirst } from './commit.ts';
import type { About } from './edit.ts';
import { limitsOf, mustStayWithin } from './limits.ts';
import { keepDraft } from './put.ts';

/** A new version with these files and no others, whatever there was. */
export const replaceAll = async (
  project: ProjectScope,
  files: ReadonlyMap<string, Fresh>,
  about: About,
): Promise<Committed> => {
  const limits = await limitsOf(project.user);
  const draft: Draft = new Map(files);
  mustUnpackAnywhere(draft, new Map());
  const put = new Set<string>();
  return untilFirst(project, {}, async (now) => {
    const check = (next: typeof now.tree): void => mustStayWithin(next, now.tree, limits);
    const tree = await keepDraft(project, draft, { now, at: systemClock.now(), put, check });
    return { tree, merged: [], about };
  });
};
