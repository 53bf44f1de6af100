import type { Run } from '../../../../console/src/screens/runs/timeline/stretches.ts';
import { at } from '../event-log.ts';

/** A task of a run that has ended, as the API tells of it. */
export const task = (id: string, plan_task: string | null = null) => ({
  id,
  plan_task,
  agent_key: 'ann',
  state: 'completed' as const,
  attempts: 1,
});

/** A direct run of one task, which waited for two seconds and ended after thirty. */
export const run = (more: Partial<Run> = {}): Run => ({
  id: 'run_1',
  session_id: 'ses_1',
  mode: 'direct',
  state: 'completed',
  agent_id: null,
  message_id: 'msg_1',
  created_at: at(0),
  started_at: at(2),
  ended_at: at(30),
  usage: null,
  error: null,
  tasks: [task('tsk_1')],
  ...more,
});
