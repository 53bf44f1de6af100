import { malformed } from '../answer-accumulator.ts';
import { END } from '../dialect.ts';
import { isFields, parseJson } from '../parse-json.ts';
import { type ErrorBody, errorOfEvent } from './errors.ts';
import type { Counts } from './usage.ts';

/** Of a thought; `data` is one that nobody can read. */
type Thought = { thinking?: unknown; signature?: unknown; data?: unknown };
type Block = ({ type?: unknown; text?: unknown; id?: unknown; name?: unknown; input?: unknown } & Thought) | null;
type Ending = { stop_reason?: unknown; stop_sequence?: unknown };
type Delta = ({ type?: unknown; text?: unknown; partial_json?: unknown } & Ending & Thought) | null;

/** One event of a streamed message. Nothing about it is trusted. */
export type MessageEvent = {
  type?: unknown;
  index?: unknown;
  message?: { id?: unknown; model?: unknown; usage?: Counts | null } | null;
  content_block?: Block;
  delta?: Delta;
  usage?: Counts | null;
};

/** The event in the data of one server-sent event. Pings and the like are events too: they show that the connection lives. */
export const eventOf = (data: string): MessageEvent | typeof END | undefined => {
  if (data.trim() === '') return undefined;
  if (data.startsWith('[DONE]')) return END;
  const event = checked(parseJson(data));
  return event?.type === 'message_stop' ? END : event;
};

/** An error may come without the event around it. */
const checked = (value: unknown): MessageEvent | undefined => {
  if (!isFields(value)) return undefined;
  if (value.type === 'error' || isFields(value.error)) throw errorOfEvent(value as ErrorBody);
  return value as MessageEvent;
};

type Message = MessageEvent['message'] & { content?: unknown; stop_reason?: unknown; stop_sequence?: unknown };

/** A whole message as the events that would have made it. */
export function* eventsOfMessage(text: string): Generator<MessageEvent> {
  const message = checked(parseJson(text)) as Message | undefined;
  if (!message || !(Array.isArray(message.content) || typeof message.content === 'string'))
    throw malformed('A message must have a list of content blocks.');
  const { content, stop_reason, stop_sequence, usage } = message;
  const blocks = (typeof content === 'string' ? [{ type: 'text', text: content }] : content) as Block[];
  yield { type: 'message_start', message };
  for (const [index, content_block] of blocks.entries()) {
    yield { type: 'content_block_start', index, content_block };
    yield { type: 'content_block_stop', index };
  }
  yield { type: 'message_delta', delta: { stop_reason, stop_sequence }, usage: usage ?? null };
}
