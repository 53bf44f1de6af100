import { findVersion } from '../agents/index.ts';
import { findTask, markRemembered, type WorkMessage } from '../bus/index.ts';
import { restored } from '../core/scope.ts';
import { historyUpTo, listMessages } from '../sessions/index.ts';
import { rememberTurn } from './memory.ts';

/** An answer that was given but could not be remembered at the time is remembered now. */
export const rememberLate = async (message: WorkMessage): Promise<void> => {
  const project = restored(message);
  const task = await findTask(project, message.run_id, message.task_id);
  if (!task?.unremembered || task.state !== 'completed') return;
  const [question] = (await historyUpTo(project, task.session_id, task.message_id, 1)).slice(-1);
  const page = await listMessages(project, task.session_id, { limit: 1, after: task.message_id });
  const answer = page.items[0];
  const agent = await findVersion(project, task.agent_key, task.agent_version);
  if (agent && question?.id === task.message_id && answer?.id === task.answer_id) {
    await rememberTurn(project, task, agent, question, answer.content);
  }
  await markRemembered(project, task);
};
