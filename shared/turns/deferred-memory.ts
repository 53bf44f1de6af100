import { findVersion } from '../agents/index.ts';
import { findTask, markRemembered, type Task, type WorkMessage } from '../bus/index.ts';
import { ArtelError } from '../core/errors.ts';
import { type ProjectScope, restored } from '../core/scope.ts';
import { rememberedTask } from '../plans/index.ts';
import { historyUpTo, listMessages } from '../sessions/index.ts';
import { rememberTurn } from './memory.ts';
import { endOutage, reportOutage } from './memory-outage.ts';

/**
 * Stores an answer in memory that could not be stored when it was given. Where that fails once more, the task
 * is due later by its own record: bringing this message back would only ask again at once, and end in the dead letters.
 */
export const rememberDeferred = async (message: WorkMessage): Promise<void> => {
  const project = restored(message);
  const task = await findTask(project, message.run_id, message.task_id);
  if (!task?.unremembered || task.state !== 'completed') return;
  try {
    await rememberLate(project, task);
    endOutage();
  } catch (error) {
    if (!(error instanceof ArtelError)) throw error;
    reportOutage('remember', error);
  }
};

const rememberLate = async (project: ProjectScope, task: Task): Promise<void> => {
  if (task.round !== undefined) return rememberPart(project, task);
  const [question] = (await historyUpTo(project, task.session_id, { upTo: task.message_id, limit: 1 })).slice(-1);
  const page = await listMessages(project, task.session_id, { limit: 1, after: task.message_id });
  const answer = page.items[0];
  const agent = await findVersion(project, task.agent_key, task.agent_version);
  if (agent && question?.id === task.message_id && answer?.id === task.answer_id) {
    await rememberTurn(project, task, { agent, question, answer: answer.content });
  }
  await markRemembered(project, task);
};

/** A part of a plan: what the agent was asked, and its result, are in the task itself. */
const rememberPart = async (project: ProjectScope, task: Task): Promise<void> => {
  const [{ subject, answer }, agent, history] = await Promise.all([
    rememberedTask(project, task),
    findVersion(project, task.agent_key, task.agent_version),
    historyUpTo(project, task.session_id, { upTo: task.message_id, limit: 1 }),
  ]);
  const message = history.at(-1);
  if (agent && message)
    await rememberTurn(project, task, { agent, question: { ...message, content: subject }, answer });
  await markRemembered(project, task);
};
