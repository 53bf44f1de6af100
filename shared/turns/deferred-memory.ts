import { findTask, markRemembered, type Task, type WorkMessage } from '../bus/index.ts';
import { ArtelError } from '../core/errors.ts';
import { type ProjectScope, restored } from '../core/scope.ts';
import { listMessages } from '../sessions/index.ts';
import { askedOf } from './asked.ts';
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
  const asked = await askedOf(project, task);
  const answer = asked && (asked.result ?? (await answerTo(project, task)));
  if (asked && answer !== undefined) await rememberTurn(project, task, { ...asked, answer });
  await markRemembered(project, task);
};

/** The message after the one that was asked, if it is the task's. */
const answerTo = async (project: ProjectScope, task: Task): Promise<string | undefined> => {
  const page = await listMessages(project, task.session_id, { limit: 1, after: task.message_id });
  const [answer] = page.items;
  return answer?.id === task.answer_id ? answer.content : undefined;
};
