import { answersSession, type ModelStep, type ToolRequest } from '../bus/index.ts';
import { type ChatMessage, chat, ModelError, priceOf } from '../gateway/index.ts';
import type { Turn } from './calls/action.ts';
import { Progress } from './progress.ts';

/** What the model returned: an answer, or tool calls to run first. */
export type Completion = Omit<ModelStep, 'kind'>;

/**
 * Asks the model and emits its text as it arrives: only the task that writes the session's answer emits deltas. The text in
 * memory is bounded by the gateway's cap on an answer.
 */
export const askModel = async (
  { claim, agent, toolbox, writer, signal }: Turn,
  messages: ChatMessage[],
): Promise<Completion> => {
  const { project, task } = claim;
  let text = '';
  const calls: ToolRequest[] = [];
  let usage: Completion['usage'] | undefined;
  const progress = new Progress(task, writer);
  const tools = toolbox.tools.map(({ name, description, parameters }) => ({ name, description, parameters }));
  const stream = chat({
    scope: project,
    purpose: 'chat',
    agent: task.agent_key,
    session: task.session_id,
    key: `${task.task_id}_${task.step}`,
    messages,
    signal,
    ...(tools.length > 0 && { tools }),
    ...(agent.config.model !== undefined && { model: agent.config.model }),
  });
  for await (const event of stream) {
    if (event.kind === 'text') {
      text += event.text;
      if (answersSession(task)) writer.delta(task.answer_id, event.text);
      else if (task.round !== undefined) progress.written(text.length);
    } else if (event.kind === 'call') {
      calls.push(event.call);
    } else if (event.kind === 'end') {
      const { promptTokens, completionTokens } = event.usage;
      const cost = priceOf(event.model, event.usage);
      usage = {
        model: event.model,
        prompt_tokens: promptTokens,
        completion_tokens: completionTokens,
        ...(cost !== undefined && { cost }),
      };
    }
  }
  if (!usage || (text.trim() === '' && calls.length === 0)) throw new ModelError('malformed');
  return { text, calls, usage };
};
