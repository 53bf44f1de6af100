import { type FieldError, Unprocessable } from '../../core/errors.ts';
import { textOf } from '../../gateway/index.ts';
import type { ChatRequest } from '../completion.ts';

/** The same as for messages to an agent through the other APIs. */
const MAX_MESSAGE_LENGTH = 200_000;

/**
 * The message to an agent: the last one of the request, which must be the user's. Earlier ones are in the agent's session
 * already. Sampling and length are settings of the agent and ignored here. Whatever would make it a different agent is
 * refused: instructions, tools, a response format, images.
 */
export const messageFor = ({ call }: ChatRequest): string => {
  const last = call.messages.at(-1);
  if (last?.role !== 'user') throw wrong('messages', 'The last message to an agent must be from the user.');
  if (typeof last.content !== 'string') throw wrong('messages', 'Agents do not accept images.');
  if (call.messages.some(({ role }) => role === 'system')) {
    throw wrong('messages', 'An agent has its own instructions; leave the system message out.');
  }
  if (call.tools) throw wrong('tools', 'An agent has its own tools.');
  if (call.responseFormat) throw wrong('response_format', 'An agent answers in plain text.');
  if (call.stop) throw wrong('stop', 'An agent does not accept stop sequences.');
  const content = textOf(last);
  if (content.trim() === '') throw wrong('messages', 'A message must not be blank.');
  if (content.length > MAX_MESSAGE_LENGTH) {
    throw wrong('messages', `A message has at most ${MAX_MESSAGE_LENGTH} characters.`);
  }
  return content;
};

const wrong = (path: string, message: string): Unprocessable => {
  const errors: FieldError[] = [{ path, message }];
  return new Unprocessable('Some of the input is not valid.', { errors });
};
