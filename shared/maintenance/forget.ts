import type { ProjectScope } from '../core/scope.ts';
import { forget, removeTenant } from '../memory/index.ts';

/** Everything an agent remembers goes. */
export const forgetAgent = (project: ProjectScope, agent: string): Promise<void> => removeTenant(project, agent);

/** What these agents remember of a session goes. */
export const forgetSession = async (project: ProjectScope, session: string, agents: string[]): Promise<void> => {
  for (const agent of agents) await forget(project, agent, { sessionId: session });
};
