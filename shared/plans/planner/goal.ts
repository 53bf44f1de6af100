import type { ProjectScope } from '../../core/scope.ts';
import type { KeptTask } from '../graph/check.ts';
import type { PlannedAgent } from '../graph/graph.ts';
import type { OrchestratorConfig } from '../records/orchestrator-config.ts';

/** An agent as described to the planner. */
export type TeamAgent = PlannedAgent & {
  description: string;
  capabilities: readonly string[];
  tools: readonly string[];
};

/** What the user wants, and everything a planner may know about it. */
export type Goal = {
  project: ProjectScope;
  session: string;
  run: string;
  round: number;
  /** Counts the drafts of the same round; each is charged by itself. */
  attempt: number;
  request: string;
  /** The session's earlier messages. */
  history?: string;
  /** The agents that tasks may be given to. */
  agents: readonly TeamAgent[];
  config: Pick<OrchestratorConfig, 'model' | 'max_tasks'>;
  /** Completed tasks of earlier rounds: new ones may use their results. */
  kept?: readonly (KeptTask & { description: string; result: string })[];
  /** The tasks that the new ones replace. */
  failed?: readonly { id: string; description: string; agent: string; error: string; skipped: boolean }[];
  /** Why the person rejected the plans before this one. */
  rejections?: readonly string[];
  /** Of the first new task; numbers are never used again. */
  firstNumber: number;
  signal?: AbortSignal;
};
