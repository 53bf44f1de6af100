import { type FieldError, Unprocessable } from '../../core/errors.ts';
import { textOf } from '../../gateway/index.ts';
import type { ChatRequest } from '../completion.ts';

/** Of one message, as on every other way to an agent. */
const MAX_MESSAGE_LENGTH = 200_000;

/**
 * What is said to an agent: the last message, which has to be the user's. Earlier ones are not sent again, the agent's
 * session has them; how the model samples and how long it may get is set with the agent. Anything that would make
 * another agent of it is refused: instructions, tools, a form of the answer, pictures.
 */
export const messageFor = ({ call }: ChatRequest): string => {
  const last = call.messages.at(-1);
  if (last?.role !== 'user') throw wrong('messages', 'The last message to an agent is from the user.');
  if (typeof last.content !== 'string') throw wrong('messages', 'Agents read no pictures.');
  if (call.messages.some(({ role }) => role === 'system')) {
    throw wrong('messages', 'An agent has its own instructions; leave the system message out.');
  }
  if (call.tools) throw wrong('tools', 'An agent has its own tools.');
  if (call.responseFormat) throw wrong('response_format', 'An agent answers in words.');
  if (call.stop) throw wrong('stop', 'An agent ends where it wants to.');
  const content = textOf(last);
  if (content.trim() === '') throw wrong('messages', 'A message has to say something.');
  if (content.length > MAX_MESSAGE_LENGTH) {
    throw wrong('messages', `A message has at most ${MAX_MESSAGE_LENGTH} characters.`);
  }
  return content;
};

const wrong = (path: string, message: string): Unprocessable => {
  const errors: FieldError[] = [{ path, message }];
  return new Unprocessable('Some of the input is not valid.', { errors });
};
