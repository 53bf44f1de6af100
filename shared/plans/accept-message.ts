import { acceptDirectMessage, type DirectMessage, findStoredAgent, listAgents } from '../agents/index.ts';
import { type Accepted, acceptWork } from '../bus/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { Unprocessable } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { requireOpenSession } from '../sessions/index.ts';
import { checkGraph } from './graph/check.ts';
import type { DraftGraph } from './graph/graph.ts';
import { findNamed } from './phases/team.ts';
import { findOrchestratorConfig } from './records/orchestrator-config.ts';

export type NewMessage = DirectMessage & { plan?: DraftGraph };

/**
 * Accepts a message. One that names an agent goes to it; any other becomes a plan, drafted by the orchestrator or given
 * with the message. In a project with a single agent, that agent answers.
 */
export const acceptMessage = async (
  project: ProjectScope,
  { plan, ...message }: NewMessage,
  clock: Clock = systemClock,
): Promise<Accepted> => {
  if (plan) await checkPlan(project, message, plan);
  else if (message.targetAgent !== undefined) return acceptDirectMessage(project, message, clock);
  else {
    const only = await onlyAgent(project, message.session);
    if (only !== undefined)
      return acceptDirectMessage(project, { ...message, targetAgent: only, isChosen: true }, clock);
  }
  const { session, content, onConflict, requestKey } = message;
  return acceptWork(
    project,
    {
      session,
      content,
      ...(plan && { plan: JSON.stringify(plan) }),
      ...(onConflict && { onConflict }),
      ...(requestKey !== undefined && { requestKey }),
    },
    clock,
  );
};

/** A graph that cannot be run is refused at once, with all its errors. */
const checkPlan = async (project: ProjectScope, message: DirectMessage, plan: DraftGraph): Promise<void> => {
  if (message.targetAgent !== undefined) {
    const errors = [{ path: 'target_agent', message: 'A plan names the agent of each of its tasks.' }];
    throw new Unprocessable('A message has either a plan or a target agent, not both.', { errors });
  }
  const [agents, { max_tasks }] = await Promise.all([findNamed(project, plan), findOrchestratorConfig(project)]);
  const checked = checkGraph(plan, { agents, maxTasks: max_tasks });
  if (checked.ok) return;
  const errors = checked.errors.map(({ path, message: fault }) => ({ path: `plan.${path}`, message: fault }));
  throw new Unprocessable('The plan cannot be run.', { errors });
};

/** The project's only agent; `undefined` when there are several to plan with. */
const onlyAgent = async (project: ProjectScope, session: string): Promise<string | undefined> => {
  const [{ items }] = await Promise.all([listAgents(project, { limit: 2 }), requireOpenSession(project, session)]);
  const [first, another] = items;
  if (another) return undefined;
  if (first) return (await findStoredAgent(project, first.key)).agent_key;
  const errors = [{ path: 'target_agent', message: 'The project has no agent yet: create one first.' }];
  throw new Unprocessable('The message names no agent.', { errors });
};
