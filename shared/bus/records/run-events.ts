import type { NewEvent } from '../../events/index.ts';
import type { Run } from './run.ts';

export const taskQueued = (run: string, task: string, agent: string): NewEvent => ({
  event_type: 'task_queued',
  payload: { run_id: run, task_id: task, agent_id: agent },
});

export const runStarted = (run: string, mode: Run['mode']): NewEvent => ({
  event_type: 'run_started',
  payload: { run_id: run, mode },
});

export const runCompleted = (run: string, state: Run['state'], more: Record<string, unknown> = {}): NewEvent => ({
  event_type: 'run_completed',
  payload: { run_id: run, state, ...more },
});
