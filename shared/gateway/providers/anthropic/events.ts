import { malformed } from '../answer-accumulator.ts';
import { type ErrorBody, errorOfEvent } from './errors.ts';

/** An answer's usage; counts are cumulative. */
export type Counts = Partial<
  Record<'input_tokens' | 'cache_creation_input_tokens' | 'cache_read_input_tokens' | 'output_tokens', unknown>
>;

type Block = { type?: unknown; text?: unknown; id?: unknown; name?: unknown; input?: unknown } | null;
type Delta = { type?: unknown; text?: unknown; partial_json?: unknown; stop_reason?: unknown } | null;

/** One event of a streamed message. Nothing about it is trusted. */
export type MessageEvent = {
  type?: unknown;
  index?: unknown;
  message?: { model?: unknown; usage?: Counts | null } | null;
  content_block?: Block;
  delta?: Delta;
  usage?: Counts | null;
};

/** The event in the data of one server-sent event. Pings and the like are events too: they show that the connection lives. */
export const eventOf = (data: string): MessageEvent => {
  const event = JSON.parse(data) as (MessageEvent & ErrorBody) | null;
  if (typeof event !== 'object' || event === null) throw malformed('An event must be an object.');
  if (event.type === 'error') throw errorOfEvent(event);
  return event;
};

/** A whole message as the events that would have made it. */
export function* eventsOfMessage(text: string): Generator<MessageEvent> {
  const message = JSON.parse(text) as (MessageEvent['message'] & { content?: unknown; stop_reason?: unknown }) | null;
  if (!Array.isArray(message?.content)) throw malformed('A message must have a list of content blocks.');
  const { content, stop_reason, usage } = message;
  yield { type: 'message_start', message };
  for (const [index, content_block] of (content as Block[]).entries()) {
    yield { type: 'content_block_start', index, content_block };
    yield { type: 'content_block_stop', index };
  }
  yield { type: 'message_delta', delta: { stop_reason }, usage: usage ?? null };
}
