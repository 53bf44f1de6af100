import { authenticated, type ProjectScope } from '../../shared/core/scope.ts';
import type { ToolAgent, ToolContext } from '../../shared/tools/index.ts';

export const projectOf = (user: string, project = 'default'): ProjectScope =>
  authenticated({ userId: user }).inProject(project);

export const someAgent: ToolAgent = { agent_key: 'agt_one', name: 'helper', config: { memory: { max_vectors: 100 } } };

/** A call of a tool as the worker makes it. */
export const callBy = (project: ProjectScope, more: Partial<ToolContext> = {}): ToolContext => ({
  project,
  agent: { key: someAgent.agent_key, name: someAgent.name, version: 3 },
  session: 'ses_one',
  message: 'msg_one',
  run: 'run_one',
  task: 'tsk_one',
  idempotencyKey: 'tsk_one#1',
  signal: new AbortController().signal,
  ...more,
});
