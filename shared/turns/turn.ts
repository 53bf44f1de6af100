import { agentId, type StoredAgent } from '../agents/index.ts';
import type { Claim, Ending } from '../bus/index.ts';
import { Defect } from '../core/errors.ts';
import type { EventWriter } from '../events/index.ts';
import { historyUpTo } from '../sessions/index.ts';
import { streamAnswer } from './answer.ts';
import { recallFor, rememberInTime, rememberTurn } from './memory.ts';
import { buildPrompt, HISTORY_MESSAGES } from './prompt.ts';

/** One agent's answer to one message: what it is told, what it says, and what it keeps of it. */
export const takeTurn = async (
  claim: Claim,
  agent: StoredAgent,
  writer: EventWriter,
  signal: AbortSignal,
): Promise<Ending> => {
  const { project, task } = claim;
  const history = await historyUpTo(project, task.session_id, task.message_id, HISTORY_MESSAGES);
  const question = history.at(-1);
  if (question?.id !== task.message_id) throw new Defect('The message of a live task is gone.');
  const { memories, available } = await recallFor(project, task, question.content);
  const prompt = buildPrompt(agent, history, memories);
  writer.emit({
    event_type: 'context_retrieved',
    payload: { run_id: task.run_id, task_id: task.task_id, ...prompt.used, memory_available: available },
  });
  writer.emit({
    event_type: 'direct_agent_call',
    payload: {
      run_id: task.run_id,
      task_id: task.task_id,
      agent_id: agentId(project, agent),
      message_id: task.answer_id,
    },
  });
  const answer = await streamAnswer(claim, agent, prompt.messages, writer, signal);
  const remembered = await rememberInTime(() => rememberTurn(project, task, agent, question, answer.text));
  return {
    state: 'completed',
    answer: answer.text,
    agentId: agentId(project, agent),
    usage: answer.usage,
    unremembered: !remembered,
  };
};
