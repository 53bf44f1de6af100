import * as z from 'zod';
import type { ProjectScope } from '../../core/scope.ts';
import { sendToAgents } from '../../platform/queues.ts';
import type { LaneTask } from '../records/lane.ts';
import { laneTask } from '../records/lane.ts';

/** The message that makes a worker look at a task. Lost, late or doubled, it is harmless. */
export const workMessageSchema = z.object({
  user_id: z.string(),
  project_id: z.string(),
  session_id: z.string(),
  run_id: z.string(),
  task_id: z.string(),
  wake: z.number().int(),
  /** Of the HTTP request that the task's run began with. */
  request_id: z.string().optional(),
});

export type WorkMessage = z.infer<typeof workMessageSchema>;

/** Asks a worker whether an agent that is in `error` works again. */
export const checkMessageSchema = z.object({
  check: z.literal('agent'),
  user_id: z.string(),
  project_id: z.string(),
  agent_key: z.string(),
});

export type CheckMessage = z.infer<typeof checkMessageSchema>;

export const sendCheck = (project: ProjectScope, agent: string): Promise<void> => {
  const message: CheckMessage = {
    check: 'agent',
    user_id: project.userId,
    project_id: project.projectId,
    agent_key: agent,
  };
  return sendToAgents(message);
};

export const sendTask = (project: ProjectScope, task: LaneTask): Promise<void> => {
  const message: WorkMessage = {
    user_id: project.userId,
    project_id: project.projectId,
    ...laneTask(task),
  };
  return sendToAgents(message);
};
