import type { OpenAI } from 'openai';
import type { Finish, Usage } from '../../call/model-call.ts';
import { type AnswerAccumulator, malformed } from '../answer-accumulator.ts';

const FINISHES: Record<string, Finish> = {
  stop: 'stop',
  length: 'length',
  content_filter: 'content_filter',
  tool_calls: 'tool_calls',
};

/** Adds a chunk to the answer; returns the text that may be passed on. */
export const readChunk = (answer: AnswerAccumulator, chunk: OpenAI.ChatCompletionChunk): string => {
  if (!Array.isArray(chunk?.choices)) throw malformed('A chunk must have choices.');
  answer.pieces += 1;
  // Set again below: if this chunk cannot be read, the answer has not ended well, even if its end had come before.
  const finish = answer.finish;
  answer.finish = undefined;
  answer.model ??= chunk.model || undefined;
  if (chunk.usage) answer.usage = usageOf(chunk.usage);
  const [choice] = chunk.choices;
  if (choice?.delta?.tool_calls) answer.calls.add(choice.delta.tool_calls);
  const text = choice?.delta?.content ?? choice?.delta?.refusal ?? '';
  if (typeof text !== 'string') throw malformed("A chunk's content must be a text.");
  const whole = answer.addText(text);
  answer.finish = choice?.finish_reason ? finishOf(choice.finish_reason) : finish;
  return whole;
};

const finishOf = (reason: string): Finish => {
  const finish = FINISHES[reason];
  if (!finish) throw malformed(`Unknown finish reason ${reason.slice(0, 40)}.`);
  return finish;
};

const usageOf = ({ prompt_tokens, completion_tokens }: OpenAI.CompletionUsage): Usage | undefined =>
  Number.isSafeInteger(prompt_tokens) && Number.isSafeInteger(completion_tokens)
    ? { promptTokens: prompt_tokens, completionTokens: completion_tokens, estimated: false }
    : undefined;
