/** A plan as clients see it: every task of every round that was opened, and what is estimated. Times are ISO 8601. */
export type PlanView = {
  run_id: string;
  session_id: string;
  /** `planning` until the first round is open; `waiting` while the person is asked whether it may run. */
  state: 'queued' | 'planning' | 'waiting' | 'running' | 'completed' | 'partial' | 'failed' | 'cancelled';
  /** 0 until the first round is open, then 1; each re-plan adds one. */
  round: number;
  tasks: PlanTaskView[];
  /** USD; null while a price is unknown. */
  estimated_cost: number | null;
  /** Seconds. */
  estimated_duration: { sequential: number; parallel: number } | null;
  /** Names of the tasks along the longest chain, by what it took so far and is estimated to take. */
  critical_path: string[];
  approval_id: string | null;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
};

export type PlanTaskView = {
  id: string;
  task_id: string | null;
  description: string;
  agent: string;
  depends_on: string[];
  /** `blocked`: waits for its dependencies. `replaced`: it failed or was skipped, and a later round does without it. */
  state: 'blocked' | 'queued' | 'running' | 'waiting' | 'completed' | 'failed' | 'skipped' | 'cancelled';
  replaced: boolean;
  round: number;
  result: string | null;
  error: { error_code: string; detail: string } | null;
  started_at: string | null;
  ended_at: string | null;
};
