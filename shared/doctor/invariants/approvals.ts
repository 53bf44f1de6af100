import type { Approval } from '../../approvals/index.ts';
import { restored } from '../../core/scope.ts';
import { projectKeys } from '../../store/index.ts';
import type { ProjectRecords } from '../records/project.ts';
import { type Found, type Invariant, ofProjects } from './invariant.ts';

/** A pending approval has somebody who waits for it, and expires by itself; a decided one is done with. (bus, plans) */
export const approvals: Invariant = {
  name: 'approvals',
  moment: 'always',
  broken: ofProjects((project) => {
    const due = new Set(
      project.ofKind('approval').flatMap(({ item }) => (item.due_at === undefined ? [] : [String(item.approval_id)])),
    );
    return [...project.approvals.values()].flatMap((approval): Found[] => {
      const about = { run: approval.run_id, approval: approval.approval_id };
      const isDue = due.has(approval.approval_id);
      if (approval.status !== 'pending')
        return isDue ? [{ about, text: `An approval is ${approval.status} and still due.` }] : [];
      if (!isAwaited(project, approval))
        return [{ about, text: 'An approval is pending, but nothing waits for its decision.' }];
      return isDue ? [] : [neverExpires(project, approval)];
    });
  }),
};

const isAwaited = (project: ProjectRecords, { about, approval_id, run_id, round, task_id }: Approval): boolean => {
  if (about !== 'plan') {
    const task = project.tasks.get(task_id);
    return task?.state === 'waiting' && task.why === 'approval' && task.approval === approval_id;
  }
  const run = project.runs.get(run_id);
  const drafted = project.rounds.find((one) => one.run_id === run_id && one.round === round);
  const isLive = run?.state === 'running' || run?.state === 'cancelling';
  const isAsked = drafted?.state === 'drafted' && drafted.approval === approval_id && drafted.verdict === undefined;
  return isLive && run.approval === approval_id && isAsked;
};

const neverExpires = ({ user, id }: ProjectRecords, { run_id, approval_id, status }: Approval): Found => ({
  about: { run: run_id, approval: approval_id },
  text: 'An approval is pending but not due, so it never expires.',
  repair: {
    kind: 'make due',
    key: projectKeys.approval(restored({ user_id: user, project_id: id }), approval_id),
    attribute: 'status',
    read: status,
  },
});

/** A plan that waits for its person waits for an approval that is pending. (plans) */
export const askedPlans: Invariant = {
  name: 'plans that wait for a person',
  moment: 'always',
  broken: ofProjects(({ runs, approvals: all }) =>
    [...runs.values()].flatMap(({ run_id: run, approval }): Found[] => {
      if (approval === undefined || all.get(approval)?.status === 'pending') return [];
      const state = all.get(approval)?.status ?? 'gone';
      return [{ about: { run, approval }, text: `A plan waits for an approval that is ${state}.` }];
    }),
  ),
};
