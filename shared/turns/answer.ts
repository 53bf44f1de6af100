import type { StoredAgent } from '../agents/index.ts';
import type { Claim, Run } from '../bus/index.ts';
import type { EventWriter } from '../events/index.ts';
import { type ChatMessage, chat, ModelError, priceOf } from '../gateway/index.ts';

export type Answer = { text: string; usage: NonNullable<Run['usage']> };

/**
 * Asks the model and passes its words on as they come. The text grows in memory only as far as the gateway's cap on an
 * answer; the writer batches the deltas.
 */
export const streamAnswer = async (
  { project, task }: Claim,
  agent: StoredAgent,
  messages: ChatMessage[],
  writer: EventWriter,
  signal: AbortSignal,
): Promise<Answer> => {
  let text = '';
  let usage: Answer['usage'] | undefined;
  const stream = chat({
    scope: project,
    purpose: 'chat',
    agent: task.agent_key,
    session: task.session_id,
    messages,
    signal,
    ...(agent.config.model !== undefined && { model: agent.config.model }),
  });
  for await (const event of stream) {
    if (event.kind === 'text') {
      text += event.text;
      writer.delta(task.answer_id, event.text);
    } else {
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
  if (!usage || text.trim() === '') {
    throw new ModelError('malformed');
  }
  return { text, usage };
};
