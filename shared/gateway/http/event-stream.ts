import { ModelError } from '../call/model-error.ts';

/** Of one event, in characters; the body's guard bounds only its lines. */
const LONGEST_EVENT = 1024 * 1024;

/**
 * The data of a stream's events, whose kind our providers repeat inside it. One that the stream's end cuts short is none.
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export async function* eventData(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let data: string[] = [];
  let length = 0;
  for await (const line of linesOf(body)) {
    if (line === '') {
      if (data.length > 0) yield data.join('\n');
      data = [];
      length = 0;
    } else if (/^data(:|$)/.test(line)) {
      const value = line.slice(5);
      length += value.length;
      if (length > LONGEST_EVENT) throw new ModelError('malformed', { cause: new Error('An event has no end.') });
      data.push(value.startsWith(' ') ? value.slice(1) : value);
    }
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let held: string[] = [];
  for await (const bytes of body) {
    const piece = decoder.decode(bytes, { stream: true });
    held.push(piece);
    // A line that comes in many pieces is looked at once, when its end is there.
    if (!/[\r\n]/.test(piece)) continue;
    // A carriage return that is the last so far may be half of a line's end.
    const lines = held.join('').split(/\r\n|\n|\r(?!$)/);
    held = [lines.pop() ?? ''];
    yield* lines;
  }
  yield* (held.join('') + decoder.decode()).split(/\r/).slice(0, -1);
}
