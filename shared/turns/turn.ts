import { agentId, type StoredAgent } from '../agents/index.ts';
import {
  answersSession,
  type Claim,
  idsOf,
  type JournalStep,
  type ModelStep,
  openCalls,
  type RunEnding,
  readJournal,
  recordStep,
} from '../bus/index.ts';
import { isoTime, systemClock } from '../core/clock.ts';
import { Defect } from '../core/errors.ts';
import type { EventWriter } from '../events/index.ts';
import type { ChatMessage } from '../gateway/index.ts';
import { briefOf, budgetLeft } from '../plans/index.ts';
import { historyUpTo, type Message } from '../sessions/index.ts';
import { openToolbox, type Toolbox } from '../tools/index.ts';
import { askModel } from './ask-model.ts';
import { performCall } from './calls/perform.ts';
import { addUsage, replay, usageOf } from './conversation.ts';
import { checkBudget, checkLimits, LimitReached } from './limits.ts';
import { recallFor, rememberInTime, rememberTurn } from './memory.ts';
import { buildPrompt, HISTORY_MESSAGES } from './prompt.ts';

/** How far this worker came: to the end, to a wait, or to the loss of the task. */
export type TurnEnd = RunEnding | 'parked' | 'lost';

/** Answers whose tool calls make no sense, in one run, before it is given up. */
const MAX_INVALID_CALLS = 3;

/**
 * One agent's work on one question: what it is told, the steps that are recorded already, then step by step until it
 * answers or has to wait.
 */
export const takeTurn = async (
  claim: Claim,
  agent: StoredAgent,
  writer: EventWriter,
  signal: AbortSignal,
): Promise<TurnEnd> => {
  const { project, task } = claim;
  const history = await historyUpTo(project, task.session_id, task.message_id, HISTORY_MESSAGES);
  const message = history.at(-1);
  if (message?.id !== task.message_id) throw new Defect('The message of a live task is gone.');
  const { question, shown } = await questionOf(claim, message, history);
  const [told, journal, toolbox] = await Promise.all([
    promptFor(claim, agent, shown, question, writer),
    task.step > 1 ? readJournal(project, task) : [],
    openToolbox(project, agent, agent.config.tools, { signal }),
  ]);
  try {
    const end = await takeSteps(
      claim,
      agent,
      toolbox,
      journal,
      [...told, ...missingTools(toolbox)],
      question,
      writer,
      signal,
    );
    if (end === 'parked' || end === 'lost' || end.state === 'failed') return end;
    if (task.parent !== undefined) return end;
    const remembered = await rememberInTime(() =>
      rememberTurn(project, claim.task, { agent, question, answer: end.answer }),
    );
    return { ...end, unremembered: !remembered };
  } finally {
    await toolbox.close();
  }
};

/**
 * What the agent is to answer, and what it is shown: the chat up to the message; another agent's question alone; or its part
 * of a plan, with what that builds on.
 */
const questionOf = async (
  claim: Claim,
  message: Message,
  history: Message[],
): Promise<{ question: Message; shown: Message[] }> => {
  const { task } = claim;
  if (task.question !== undefined) {
    const question = { ...message, content: task.question };
    return { question, shown: [question] };
  }
  if (task.round === undefined) return { question: message, shown: history };
  const { text, subject } = await briefOf(claim, message.content);
  const question = { ...message, content: subject, created_at: isoTime(task.started_at ?? task.created_at) };
  return { question, shown: [{ ...question, content: text }] };
};

/** A server that is down is said to be, so that the model neither waits for its tools nor invents them. */
const missingTools = ({ unavailable }: Toolbox): ChatMessage[] =>
  unavailable.length === 0
    ? []
    : [{ role: 'system', content: `Not available at the moment: ${unavailable.join(' ')}` }];

/** The prompt, and the events that say what went into it. */
const promptFor = async (
  { project, task }: Claim,
  agent: StoredAgent,
  history: Message[],
  question: Message,
  writer: EventWriter,
): Promise<ChatMessage[]> => {
  const { memories, available } = await recallFor(project, task, question.content);
  const prompt = buildPrompt(agent, history, memories);
  const ids = idsOf(task);
  writer.emit({ event_type: 'context_retrieved', payload: { ...ids, ...prompt.used, memory_available: available } });
  const call = { ...ids, agent_id: agentId(project, agent), message_id: task.answer_id };
  if (answersSession(task)) writer.emit({ event_type: 'direct_agent_call', payload: call });
  return prompt.messages;
};

const takeSteps = async (
  claim: Claim,
  agent: StoredAgent,
  toolbox: Toolbox,
  journal: JournalStep[],
  told: ChatMessage[],
  question: Message,
  writer: EventWriter,
  signal: AbortSignal,
): Promise<TurnEnd> => {
  const rejections = (tool: string): number =>
    count(journal, (step) => step.outcome === 'rejected' && step.call.name === tool);
  for (;;) {
    for (const call of openCalls(journal)) {
      const outcome = await performCall({ claim, agent, toolbox, writer, signal, rejections }, call);
      if (typeof outcome === 'string') return outcome;
      journal.push(outcome.recorded);
    }
    if (count(journal, ({ outcome }) => outcome === 'invalid') >= MAX_INVALID_CALLS) {
      throw new LimitReached('invalid_calls', 'The model kept calling tools in a way that makes no sense.');
    }
    checkLimits(agent.config.limits, journal, { begun: Date.parse(question.created_at), now: systemClock.now() });
    if (claim.task.round !== undefined) {
      checkBudget(await budgetLeft(claim.project, claim.task, usageOf(journal)?.cost ?? 0));
    }
    const said = await askModel(claim, agent, toolbox, [...told, ...replay(journal)], writer, signal);
    if (said.calls.length === 0) {
      const usage = addUsage(usageOf(journal), said.usage);
      return {
        state: 'completed',
        answer: said.text,
        agentId: agentId(claim.project, agent),
        usage,
        unremembered: false,
      };
    }
    const step: ModelStep = { kind: 'model', ...said };
    if (!(await recordStep(claim, step))) return 'lost';
    journal.push(step);
    if (answersSession(claim.task)) writer.restart(claim.task.answer_id);
  }
};

const count = (journal: JournalStep[], which: (step: Extract<JournalStep, { kind: 'tool' }>) => boolean): number =>
  journal.filter((step) => step.kind === 'tool' && which(step)).length;
