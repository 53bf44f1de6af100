import type { ProjectScope } from '../../core/scope.ts';
import type { KeptTask } from '../graph/check.ts';
import type { PlannedAgent } from '../graph/graph.ts';
import type { OrchestratorConfig } from '../records/orchestrator-config.ts';

/** An agent as the planner is told of it. */
export type TeamAgent = PlannedAgent & {
  description: string;
  capabilities: readonly string[];
  tools: readonly string[];
};

/** What a person wants, and everything a planner may know about it. */
export type Goal = {
  project: ProjectScope;
  session: string;
  run: string;
  round: number;
  /** Counts what the same round is planned again for; no two share a charge. */
  attempt: number;
  request: string;
  /** What was said in the session before. */
  history?: string;
  /** Who may be given a task. */
  agents: readonly TeamAgent[];
  config: Pick<OrchestratorConfig, 'model' | 'max_tasks'>;
  /** Completed tasks of earlier rounds: new ones may use their results. */
  kept?: readonly (KeptTask & { description: string; result: string })[];
  /** What the new tasks take the place of. */
  failed?: readonly { id: string; description: string; agent: string; error: string; skipped: boolean }[];
  /** Why the person did not want the plans before this one. */
  rejections?: readonly string[];
  /** Of the first new task; numbers are never used again. */
  firstNumber: number;
  signal?: AbortSignal;
};
