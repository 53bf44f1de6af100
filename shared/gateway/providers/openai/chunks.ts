import type { OpenAI } from 'openai';
import { ModelError } from '../../call/model-error.ts';
import { reasonOfCode } from '../../http/refusal.ts';
import { malformed } from '../answer.ts';

type Chunk = OpenAI.ChatCompletionChunk;

/** Of one event, in characters; the guard of the bytes bounds only its lines. */
const LONGEST_EVENT = 1024 * 1024;

const DONE = '[DONE]';

/**
 * The chunks of an answer from the bytes of its event stream. One generator from bytes to chunks: an answer has hundreds of
 * them, and each further layer is a promise for each. What comes after `[DONE]` is read and dropped, so that the connection
 * can be kept. Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export async function* chunksOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Chunk> {
  const decoder = new TextDecoder();
  let held = '';
  let data: string | undefined;
  let done = false;
  for await (const part of bytes) {
    if (done) continue;
    const piece = decoder.decode(part, { stream: true });
    held += piece;
    // A line that comes in many pieces is looked at once, when its end is there.
    if (!/[\r\n]/.test(piece)) continue;
    // A carriage return that is the last so far may be half of a line's end.
    const lines = held.includes('\r') ? held.split(/\r\n|\n|\r(?!$)/) : held.split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) {
      if (line !== '') {
        data = joined(data, line);
        continue;
      }
      done = data?.startsWith(DONE) === true;
      if (done) break;
      if (data) yield chunkOf(data);
      data = undefined;
    }
  }
}

/** The event's data with what a line adds to it. */
const joined = (data: string | undefined, line: string): string | undefined => {
  if (!line.startsWith('data')) return data;
  if (line.length > 4 && line[4] !== ':') return data;
  const value = line.slice(line[5] === ' ' ? 6 : 5);
  const all = data === undefined ? value : `${data}\n${value}`;
  if (all.length > LONGEST_EVENT) throw malformed('An event has no end.');
  return all;
};

/** An error event within the stream: the request was accepted, the provider failed over it. */
const chunkOf = (data: string): Chunk => {
  const chunk = JSON.parse(data) as Chunk & { error?: { message?: unknown; code?: unknown } | null };
  if (!chunk?.error) return chunk;
  const { code, message } = chunk.error;
  throw new ModelError(reasonOfCode(code) ?? 'unavailable', {
    cause: new Error(`The provider answered: ${String(message).slice(0, 500)}`),
  });
};
