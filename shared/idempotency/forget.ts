import type { ProjectScope } from '../core/scope.ts';
import { deleteItems, type Item, queryAll, ranges } from '../store/index.ts';

/** Removes the answers kept for repeats of requests to a project, which have its contents, and returns how many. */
export const forgetResponses = async (project: ProjectScope): Promise<number> => {
  const kept: Item[] = [];
  for await (const item of queryAll(ranges.idempotency(project.user))) {
    if (item.project_id === project.projectId) kept.push(item);
  }
  await deleteItems(kept);
  return kept.length;
};
