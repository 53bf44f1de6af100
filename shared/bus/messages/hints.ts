import type { ProjectScope } from '../../core/scope.ts';
import { requestOf } from '../../observability/invocation.ts';
import { log } from '../../observability/log.ts';
import { sendToTimers } from '../../platform/queues.ts';

/**
 * What has changed about a plan and should be looked at now. Only a hint: each of these items is due in the table too, and
 * looking twice does no harm.
 */
export type Hint =
  /** With the generation of its executions where the run may be removed before the hint is handled. */
  | { kind: 'run'; run_id: string; generation?: number }
  | { kind: 'round'; run_id: string; round: number }
  | { kind: 'task'; run_id: string; task_id: string }
  | { kind: 'places' };

/** Never fails: whatever a lost hint was about is due. */
export const hint = async (project: ProjectScope, about: Hint): Promise<void> => {
  const message = { ...about, user_id: project.userId, project_id: project.projectId, ...requestOf() };
  await sendToTimers(message, 0).catch((error: Error) => log.warn('hint not sent', { kind: about.kind, error }));
};
