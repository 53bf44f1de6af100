import { agentId, type StoredAgent } from '../agents/index.ts';
import { type Accepted, acceptWork, type NewWork } from '../bus/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { Unprocessable } from '../core/errors.ts';
import { checkGivenGraph, type DraftGraph } from '../plans/index.ts';
import { requireOpenSession } from '../sessions/index.ts';
import type { Space } from './space.ts';

/** A message for an agent. `context`: what the caller's application says about the conversation, shown below its instructions. */
export type Message = Pick<NewWork, 'session' | 'content' | 'context' | 'onConflict' | 'requestKey'>;

export type NewMessage = Message & { targetAgent?: string; plan?: DraftGraph };

/**
 * What happens to a message.
 *
 * 1. It comes with a plan of its own: the plan is checked, and its agents work it off.
 * 2. It names an agent: that agent answers.
 * 3. It names none, and the project has a single one: that one answers, without a plan.
 * 4. It names none, and there are several: the orchestrator draws up a plan.
 *
 * Either way one transaction stores message and run before this returns, and the rest goes on without the caller. A direct
 * run: the agent's lane, a worker's turn (`turns`), the answer, and the exchange in the agent's memory. An orchestrated run:
 * the state machine's phases (`plans`), a turn for each task with its result in that agent's memory, and one answer.
 */
export const handleMessage = async (
  space: Space,
  { targetAgent, plan, ...message }: NewMessage,
  clock: Clock = systemClock,
): Promise<Accepted> => {
  if (plan) {
    refuseAgentBesidePlan(targetAgent);
    await checkGivenGraph(space.project, plan);
    return orchestrated(space, message, { plan, clock });
  }
  if (targetAgent !== undefined) return direct(space, message, { agent: await space.agents.get(targetAgent), clock });
  const [team] = await Promise.all([space.agents.only(), requireOpenSession(space.project, message.session)]);
  if ('only' in team) return direct(space, message, { agent: team.only, isChosen: true, clock });
  refuseEmptyTeam(team.several);
  return orchestrated(space, message, { clock });
};

type Direct = { agent: StoredAgent; isChosen?: boolean; clock?: Clock };

/** One agent answers. `isChosen`: the message named none. */
export const direct = (space: Space, message: Message, { agent, isChosen, clock }: Direct): Promise<Accepted> => {
  const { project } = space;
  const { agent_key: key, name, version } = agent;
  const answering = { key, id: agentId(project, agent), name, version };
  return acceptWork(project, { ...message, agent: answering, ...(isChosen && { isChosen }) }, clock);
};

type Orchestrated = { plan?: DraftGraph; clock?: Clock };

/** Several agents work off a plan: the one that is given, or one that is drawn up. */
export const orchestrated = (
  { project }: Space,
  { context: _, ...message }: Message,
  { plan, clock }: Orchestrated = {},
): Promise<Accepted> => acceptWork(project, { ...message, ...(plan && { plan: JSON.stringify(plan) }) }, clock);

const refuseAgentBesidePlan = (targetAgent: string | undefined): void => {
  if (targetAgent === undefined) return;
  const errors = [{ path: 'target_agent', message: 'A plan names the agent of each of its tasks.' }];
  throw new Unprocessable('A message has either a plan or a target agent, not both.', { errors });
};

const refuseEmptyTeam = ({ length }: readonly unknown[]): void => {
  if (length > 0) return;
  const errors = [{ path: 'target_agent', message: 'The project has no agent yet: create one first.' }];
  throw new Unprocessable('The message names no agent.', { errors });
};
