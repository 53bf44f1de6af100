import { type FieldError, Unprocessable } from '../../core/errors.ts';
import { type ContentPart, textOf } from '../../gateway/index.ts';
import type { ChatRequest } from '../completion.ts';

/** The same as for messages to an agent through the other APIs. */
const MAX_MESSAGE_LENGTH = 200_000;

/** `context`: what the client's application says about the conversation, by system messages or instructions. */
export type AgentMessage = { content: string; context?: string };

/**
 * The message to an agent: the last one of the request, which must be the user's. Earlier ones are in the agent's session
 * already. Sampling and length are settings of the agent and ignored here. Whatever would make it a different agent is
 * refused: tools, a response format, images, PDFs.
 */
export const messageFor = ({ call }: ChatRequest): AgentMessage => {
  const last = call.messages.findLast(({ role }) => role !== 'system');
  if (last?.role !== 'user') throw wrong('messages', 'The last message to an agent must be from the user.');
  if (!isReadable(last.content)) throw wrong('messages', 'Agents do not accept images and PDFs.');
  if (call.tools) throw wrong('tools', 'An agent has its own tools.');
  if (call.responseFormat) throw wrong('response_format', 'An agent answers in plain text.');
  if (call.stop) throw wrong('stop', 'An agent does not accept stop sequences.');
  const content = textOf(last);
  if (content.trim() === '') throw wrong('messages', 'A message must not be blank.');
  const said = call.messages.flatMap((message) => (message.role === 'system' ? [message.content] : []));
  const context = said.join('\n\n').trim();
  if (Math.max(content.length, context.length) > MAX_MESSAGE_LENGTH) {
    throw wrong('messages', `A message has at most ${MAX_MESSAGE_LENGTH} characters, and so have its instructions.`);
  }
  return { content, ...(context !== '' && { context }) };
};

/** A document of text is text. */
const isReadable = (content: string | ContentPart[]): boolean =>
  typeof content === 'string' ||
  content.every((part) => part.type === 'text' || (part.type === 'document' && 'passages' in part.source));

const wrong = (path: string, message: string): Unprocessable => {
  const errors: FieldError[] = [{ path, message }];
  return new Unprocessable('Some of the input is not valid.', { errors });
};
