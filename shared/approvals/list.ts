import { isId } from '../core/ids.ts';
import type { ProjectScope } from '../core/scope.ts';
import { getItems, type Item, idIn, type Page, projectKeys, queryFiltered, ranges, runKeys } from '../store/index.ts';
import { type Approval, readApproval } from './approval.ts';

type Options = { limit: number; after?: string; oldestFirst?: boolean; status?: Approval['status']; run?: string };

/** A page of the project's approvals, newest first unless asked otherwise. The filters hold over the whole list. */
export const listApprovals = async (
  project: ProjectScope,
  { limit, after, oldestFirst = false, status, run }: Options,
): Promise<Page<Approval>> => {
  if (run !== undefined && !isId('run', run)) return { items: [], next: undefined };
  // A run has pointers to its own approvals, so that none of the others is read.
  const range = run === undefined ? ranges.approvals(project) : ranges.runApprovals(project, run);
  const keyOf = (id: string) =>
    run === undefined ? projectKeys.approval(project, id) : runKeys.approval(project, run, id);
  const { items, next } = await queryFiltered(
    {
      ...range,
      limit,
      newestFirst: !oldestFirst,
      ...(after !== undefined && { after: keyOf(after).sk }),
    },
    async (entries) => {
      const approvals = run === undefined ? entries.map(readApproval) : await pointedTo(project, entries);
      return approvals.map((one) => (one && (status === undefined || one.status === status) ? one : undefined));
    },
  );
  return { items, next: next === undefined ? undefined : idIn(range, next) };
};

/** The approvals that a run's pointers lead to, in the same order. */
const pointedTo = async (project: ProjectScope, pointers: Item[]): Promise<(Approval | undefined)[]> => {
  const ids = pointers.map(({ sk }) => idIn(ranges.approvals(project), sk));
  const keys = ids.map((id) => projectKeys.approval(project, id));
  const approvals = keys.length > 0 ? (await getItems(keys)).map(readApproval) : [];
  const byId = new Map(approvals.map((approval) => [approval.approval_id, approval]));
  return ids.map((id) => byId.get(id));
};
