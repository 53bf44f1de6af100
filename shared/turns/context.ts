import { agentId } from '../agents/index.ts';
import { answersSession, type Claim, idsOf } from '../bus/index.ts';
import { isoTime } from '../core/clock.ts';
import type { ChatMessage } from '../gateway/index.ts';
import { log } from '../observability/log.ts';
import { briefOf } from '../plans/index.ts';
import type { PromptMessage } from '../sessions/index.ts';
import type { Toolbox } from '../tools/index.ts';
import type { Turn } from './calls/action.ts';
import { recallFor } from './memory.ts';
import { buildPrompt } from './prompt.ts';

/** What the agent is to answer, and the messages it is shown. */
export type Question = { question: PromptMessage; shown: PromptMessage[] };

/**
 * The chat up to the message, or another agent's question alone, or the agent's part of a plan with the results it needs.
 */
export const questionOf = async (claim: Claim, message: PromptMessage, history: PromptMessage[]): Promise<Question> => {
  const { task } = claim;
  if (task.question !== undefined) {
    const { context: _, ...own } = message;
    const question = { ...own, content: task.question };
    return { question, shown: [question] };
  }
  if (task.round === undefined) return { question: message, shown: history };
  const { text, subject } = await briefOf(claim, message.content);
  const question = { ...message, content: subject, created_at: isoTime(task.started_at ?? task.created_at) };
  return { question, shown: [{ ...question, content: text }] };
};

/** Tells the model which tool servers are down, so that the model neither waits for its tools nor invents them. */
export const missingTools = ({ unavailable }: Toolbox): ChatMessage[] =>
  unavailable.length === 0
    ? []
    : [{ role: 'system', content: `Not available at the moment: ${unavailable.join(' ')}` }];

/** Tells the person the same: an answer without a tool may look like any other. */
export const reportMissingTools = (
  { claim, writer }: Pick<Turn, 'claim' | 'writer'>,
  { unavailable }: Toolbox,
): void => {
  // Another try, or the same turn after a wait: the person has read it.
  if (unavailable.length === 0 || claim.task.failures > 0 || claim.task.step > 1) return;
  log.warn('tools unavailable', { ...idsOf(claim.task), failed: unavailable.length });
  writer.emit({ event_type: 'tools_unavailable', payload: { ...idsOf(claim.task), notices: unavailable } });
};

/** The prompt, and the events that say what went into it. */
export const promptFor = async (
  { claim, agent, writer, tab, recalled }: Pick<Turn, 'claim' | 'agent' | 'writer' | 'tab' | 'recalled'>,
  { question, shown }: Question,
): Promise<ChatMessage[]> => {
  const { project, task } = claim;
  const { memories, available } = await recallFor(project, task, { question: question.content, tab });
  const prompt = buildPrompt(agent, shown, memories);
  recalled.push(...prompt.recalled);
  const ids = idsOf(task);
  writer.emit({ event_type: 'context_retrieved', payload: { ...ids, ...prompt.used, memory_available: available } });
  const call = { ...ids, agent_id: agentId(project, agent), message_id: task.answer_id };
  if (answersSession(task)) writer.emit({ event_type: 'direct_agent_call', payload: call });
  return prompt.messages;
};
