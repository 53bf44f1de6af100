import type { StoredAgent } from '../agents/index.ts';
import { type Claim, findTask, type Task } from '../bus/index.ts';
import type { ProjectScope } from '../core/scope.ts';
import type { Tab } from '../limits/index.ts';
import { forget, keepingOf, type Memory, recall, remember, type SizeAlert } from '../memory/index.ts';
import { log } from '../observability/log.ts';
import type { Message } from '../sessions/index.ts';
import { endOutage, nameOf, reportOutage } from './memory-outage.ts';

/** The type of what failed; see `failed-memory.ts`. */
export const FAILURE = 'failure';

/** How many memories are asked for, before the token budget cuts. */
const MAX_RECALLED = 6;
/** Storing a memory may delay the end of an answer by this much; after that it is done later. */
const REMEMBER_TIMEOUT = 2_000;

/**
 * What the agent remembers about this; an unavailable memory does not prevent an answer. Its own failures are left out: a model
 * takes what it is shown for an example, and gives up where it gave up before, though its settings may have changed since.
 * `memory_search` finds them.
 */
export const recallFor = async (
  project: ProjectScope,
  task: Task,
  { question, tab }: { question: string; tab: Tab },
): Promise<{ memories: Memory[]; available: boolean }> => {
  try {
    const memories = await recall(project, task.agent_key, {
      query: question,
      limit: MAX_RECALLED,
      session: task.session_id,
      filters: { excludeType: FAILURE },
      isUnique: true,
      tab,
    });
    endOutage();
    return { memories, available: true };
  } catch (error) {
    reportOutage('recall', error);
    return { memories: [], available: false };
  }
};

/** Stores question and answer in the agent's memory. The id is the task's, so that a retry replaces it. Returns what to tell the owner. */
export const rememberTurn = async (
  project: ProjectScope,
  task: Task,
  {
    agent,
    question,
    answer,
    recalled,
    tab,
  }: { agent: StoredAgent; question: Message; answer: string; recalled?: string[]; tab?: Tab },
): Promise<SizeAlert[]> => {
  const { alert } = await remember(
    project,
    task.agent_key,
    {
      id: task.task_id,
      text: `User: ${question.content}\nAssistant: ${answer}`,
      type: 'interaction',
      success: true,
      sessionId: task.session_id,
      messageId: task.message_id,
      agentVersion: agent.version,
      ...(recalled && { recalled }),
      createdAt: Date.parse(question.created_at),
    },
    { ...keepingOf(agent.config), isUnique: true, tab },
  );
  return alert ? [alert] : [];
};

/** The same, but only for as long as an answer may wait. `false`: it has to be done later. */
export const rememberInTime = async (work: () => Promise<void>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), REMEMBER_TIMEOUT);
  });
  const done = work().then(
    () => true,
    (error: unknown) => {
      reportOutage('remember', error);
      return false;
    },
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Removes the memory of an answer that was never given because its run was cancelled at that moment. */
export const forgetIfOver = async (claim: Claim): Promise<void> => {
  const now = await findTask(claim.project, claim.task.run_id, claim.task.task_id);
  if (!now || now.state === 'cancelled') await forgetAnswer(claim);
};

/** Removes the memory of an answer that was not given. A later one of the same task would be remembered in its place. */
export const forgetAnswer = async ({ project, task }: Claim): Promise<void> => {
  await forget(project, task.agent_key, { ids: [task.task_id] }).catch((error: unknown) =>
    log.error('memory of an answer that was not given not deleted', nameOf(error)),
  );
};
