import { findVersion, type StoredAgent } from '../agents/index.ts';
import type { Task } from '../bus/index.ts';
import type { ProjectScope } from '../core/scope.ts';
import { rememberedTask } from '../plans/index.ts';
import { historyUpTo, type PromptMessage } from '../sessions/index.ts';

/** `result`: of a part of a plan, whose agent was asked for it with the part's description. */
export type Asked = { agent: StoredAgent; question: PromptMessage; result?: string };

/** What a task asked its agent; `undefined` once the agent or the message is gone. */
export const askedOf = async (project: ProjectScope, task: Task): Promise<Asked | undefined> => {
  const [agent, history, part] = await Promise.all([
    findVersion(project, task.agent_key, task.agent_version),
    historyUpTo(project, task.session_id, { upTo: task.message_id, limit: 1 }),
    task.round === undefined ? undefined : rememberedTask(project, task),
  ]);
  const message = history.at(-1);
  if (!agent || message?.id !== task.message_id) return undefined;
  return part
    ? { agent, question: { ...message, content: part.subject }, result: part.answer }
    : { agent, question: message };
};
