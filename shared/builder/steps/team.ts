import type { StoredAgent } from '../../agents/index.ts';
import type { SpentTokens, Task } from '../../bus/index.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import type { Progress } from '../progress.ts';

/** What every step of one worker works with. */
export type Team = {
  project: ProjectScope;
  task: Pick<Task, 'task_id' | 'run_id' | 'session_id' | 'agent_key'>;
  agent: StoredAgent;
  sandbox: Sandbox;
  /** Aborts when the task is lost or the worker's time is over. */
  signal: AbortSignal;
  /** What the person and the team have said to each other so far. */
  talks(): Progress['talks'];
  /** Throws `BoundReached` where the limits are reached; `more`: what is not recorded yet. */
  checkBounds(more: SpentTokens | undefined): void;
  /** Counts what models were paid for and no step records, because a later call of the step failed. */
  spend(usage: SpentTokens): Promise<void>;
};
