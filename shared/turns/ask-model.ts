import { answersSession, type ModelStep, type ToolRequest } from '../bus/index.ts';
import {
  type ChatMessage,
  chat,
  type Ending,
  ModelError,
  type Reasoning,
  ReasoningCollector,
  spentOn,
} from '../gateway/index.ts';
import type { Turn } from './calls/action.ts';
import { Progress } from './progress.ts';

/** What the model returned: an answer, or tool calls to run first. */
export type Completion = Omit<ModelStep, 'kind'>;

/** A person reads it below the answer, and the model in the next turn. */
const CUT_SHORT = '\n\n[The answer ends here: it reached the model’s length limit.]';

const NOTHING_SAID =
  'The model reached its length limit before it had said anything or finished a tool call. ' +
  'Ask for less at once, or choose another model for the agent.';

const ONLY_THOUGHT =
  'The model thought about it and ended its answer without a word. Ask in other words, or choose another model for the agent.';

const KEPT_BACK = 'A filter of the model provider kept the answer back. Ask in other words.';

/**
 * Asks the model and emits its text as it arrives: only the task that writes the session's answer emits deltas. The text in
 * memory is bounded by the gateway's cap on an answer.
 */
export const askModel = async (
  { claim, agent, toolbox, writer, signal, tab }: Turn,
  messages: ChatMessage[],
): Promise<Completion> => {
  const { project, task } = claim;
  let text = '';
  const calls: ToolRequest[] = [];
  let refusal = '';
  const thoughts = new ReasoningCollector();
  let end: Ending | undefined;
  const progress = new Progress(task, writer);
  const tools = toolbox.tools.map(({ name, description, parameters }) => ({ name, description, parameters }));
  const speak = (words: string): void => {
    text += words;
    if (answersSession(task)) writer.delta(task.answer_id, words);
    else if (task.round !== undefined) progress.written(text.length);
  };
  const stream = chat({
    scope: project,
    purpose: 'chat',
    agent: task.agent_key,
    session: task.session_id,
    key: `${task.task_id}_${task.step}`,
    messages,
    signal,
    tab,
    ...(tools.length > 0 && { tools }),
    ...(agent.config.model !== undefined && { model: agent.config.model }),
  });
  for await (const event of stream) {
    if (event.kind === 'text' || event.kind === 'refusal') {
      if (event.kind === 'refusal') refusal += event.text;
      speak(event.text);
    } else if (event.kind === 'call') {
      calls.push(event.call);
    } else if (event.kind === 'reasoning') thoughts.add(event);
    else end = event;
  }
  const isCutShort = end?.finish === 'length' && calls.length === 0;
  if (isCutShort && text.trim() === '') throw new ModelError('too_long', { detail: NOTHING_SAID });
  if (!end) throw new ModelError('cut');
  const reasoning = thoughts.whole();
  if (text.trim() === '' && calls.length === 0) throw silence(end, reasoning);
  if (isCutShort) speak(CUT_SHORT);
  return {
    text,
    calls,
    ...(refusal !== '' && { refusal }),
    ...(reasoning && { reasoning }),
    stop: stopOf(end),
    ...(end.id !== undefined && { answer_id: end.id }),
    usage: spentOn(end),
  };
};

const silence = ({ finish }: Ending, reasoning: Reasoning | undefined): ModelError => {
  if (finish === 'content_filter') return new ModelError('refused', { detail: KEPT_BACK });
  return new ModelError('silent', reasoning?.text ? { detail: ONLY_THOUGHT } : {});
};

const stopOf = ({ finish, cause, stopSequence }: Ending): NonNullable<Completion['stop']> => ({
  finish,
  ...(cause !== undefined && { cause }),
  ...(stopSequence !== undefined && { sequence: stopSequence }),
});
