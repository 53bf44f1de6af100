import { type Key, laneKeys, projectKeys, runKeys, sessionKeys, userKeys } from '../../../../shared/store/index.ts';
import { project } from './items.ts';

/* Where the items of `healthy` lie. */

export const taskKey = (run: string, task: string): Key => runKeys.task(project, `run_${run}`, `tsk_${task}`);
export const planTask = (number: number): Key => taskKey('plan', `plan_000${number}`);
export const runKey = (run: string): Key => projectKeys.run(project, `run_${run}`);
export const stateOf = (session: string): Key => sessionKeys.state(project, `ses_${session}`);
export const lane = (agent: string): Key => laneKeys.lane(project, `agt_${agent}`);
export const entry = (run: string, urgent = false): Key =>
  sessionKeys.queuedRun(project, 'ses_busy', `run_${run}`, urgent);
export const approvalKey = (id: string): Key => projectKeys.approval(project, `apr_${id}`);
export const round = runKeys.round(project, 'run_plan', 1);
export const budget = userKeys.budget(project.user, '2026-11');
export const places = userKeys.planLane(project.user);
export const log = sessionKeys.events(project, 'ses_busy', 1);
export const place = (task: string) => `prj_garden|agt_team|tsk_${task}`;
