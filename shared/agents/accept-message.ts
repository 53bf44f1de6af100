import { type Accepted, acceptWork, type OnConflict } from '../bus/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { NotFound, Unprocessable } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { requireOpenSession } from '../sessions/index.ts';
import { findStoredAgent, listAgents } from './find.ts';
import { agentId, type StoredAgent } from './items.ts';

export type DirectMessage = {
  session: string;
  content: string;
  /** What the caller's application says about the conversation; the agent sees it below its own instructions. */
  context?: string;
  targetAgent?: string;
  /** The caller named no agent: `targetAgent` was chosen for the message. */
  isChosen?: boolean;
  onConflict?: OnConflict;
  /** Retries of one request carry the same key. */
  requestKey?: string;
};

/** Accepts a user's message: it is stored, and an agent will answer it. */
export const acceptDirectMessage = async (
  project: ProjectScope,
  message: DirectMessage,
  clock: Clock = systemClock,
): Promise<Accepted> => {
  const agent = await chooseAgent(project, message);
  return acceptWork(
    project,
    {
      session: message.session,
      content: message.content,
      ...(message.context !== undefined && { context: message.context }),
      agent: { key: agent.agent_key, id: agentId(project, agent), name: agent.name, version: agent.version },
      ...((message.isChosen || message.targetAgent === undefined) && { isChosen: true }),
      ...(message.onConflict && { onConflict: message.onConflict }),
      ...(message.requestKey !== undefined && { requestKey: message.requestKey }),
    },
    clock,
  );
};

/** The agent that was named; otherwise the one that answers in this session; otherwise the project's only one. */
const chooseAgent = async (project: ProjectScope, { session, targetAgent }: DirectMessage): Promise<StoredAgent> => {
  if (targetAgent !== undefined) return findStoredAgent(project, targetAgent);
  const state = await requireOpenSession(project, session);
  if (state.last_agent !== undefined) {
    const last = await findStoredAgent(project, state.last_agent).catch(orNothing);
    if (last) return last;
  }
  const { items } = await listAgents(project, { limit: 11 });
  const [only, another] = items;
  if (only && !another) return findStoredAgent(project, only.key);
  const names = items.map(({ name }) => name).join(', ');
  const advice = only ? `Name one of: ${names}.` : 'The project has no agent yet: create one first.';
  throw new Unprocessable('The message names no agent.', { errors: [{ path: 'target_agent', message: advice }] });
};

const orNothing = (error: unknown): undefined => {
  if (error instanceof NotFound) return undefined;
  throw error;
};
