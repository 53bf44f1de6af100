import type { NewEvent } from '../../events/index.ts';
import type { Task } from './items.ts';

/** The name of a task's slot among its user's parallel plan tasks: says where the task is, and which agent it occupies. */
export const slotNameOf = ({ project_id, agent_key, task_id }: Task): string => `${project_id}|${agent_key}|${task_id}`;

/** How clients find a task: its id, and its name in the plan. */
export const idsOf = (task: Task): Record<string, unknown> => ({
  run_id: task.run_id,
  task_id: task.task_id,
  ...(task.plan_id !== undefined && { plan_task: task.plan_id }),
});

/** The event that a plan's task has ended. */
export const settledEvent = (task: Task): NewEvent => {
  const ids = idsOf(task);
  if (task.state === 'completed')
    return { event_type: 'task_completed', payload: { ...ids, usage: task.usage ?? null } };
  if (task.state === 'skipped') return { event_type: 'task_skipped', payload: ids };
  return { event_type: 'task_failed', payload: { ...ids, ...task.error } };
};
