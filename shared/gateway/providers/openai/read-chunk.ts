import type { AnswerAccumulator } from '../answer-accumulator.ts';
import { type Fields, isFields } from '../parse-json.ts';
import { type Chunk, choiceIn, messageIn } from './chunks.ts';
import { refusalIn, textIn, transcriptIn } from './content.ts';
import { usageIn } from './usage.ts';

/** Adds a chunk to the answer; returns the text that may be passed on. */
export const readChunk = (answer: AnswerAccumulator, chunk: Chunk): string => {
  answer.pieces += 1;
  if (typeof chunk.model === 'string' && chunk.model !== '') answer.model ??= chunk.model;
  if (typeof chunk.id === 'string' && chunk.id !== '') answer.id ??= chunk.id;
  answer.usage = usageIn(chunk) ?? answer.usage;
  const choice = choiceIn(chunk);
  if (!choice) return '';
  answer.isPresent = true;
  // Set again below: if this chunk cannot be read, the answer has not ended well, even if its end had come before.
  const finish = answer.finish;
  answer.finish = undefined;
  const text = answer.addText(wordsOf(answer, messageIn(chunk)));
  answer.finish = finish;
  endBy(answer, choice);
  return text;
};

const wordsOf = (answer: AnswerAccumulator, message: Fields): string => {
  if (message.tool_calls) answer.calls.add(message.tool_calls);
  else if (isFields(message.function_call)) answer.calls.add([{ index: 0, function: message.function_call }]);
  answer.asides.refuse(refusalIn(message));
  return textIn(message.content) || transcriptIn(message.audio);
};

/**
 * Servers name the sequence that ended an answer in one of two fields, or the number of a token, which is none of the
 * caller's. OpenRouter also has the word of the provider behind it.
 */
const endBy = (answer: AnswerAccumulator, choice: Fields): void => {
  const { finish_reason, native_finish_reason, stop_reason, matched_stop } = choice;
  if (!finish_reason) return;
  answer.end(typeof finish_reason === 'string' ? finish_reason : 'stop');
  if (typeof native_finish_reason === 'string' && native_finish_reason !== '') answer.cause = native_finish_reason;
  const sequence = [stop_reason, matched_stop].find((one) => typeof one === 'string');
  if (typeof sequence === 'string') answer.stopSequence = sequence;
};
