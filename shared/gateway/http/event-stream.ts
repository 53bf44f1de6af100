import { ModelError } from '../call/model-error.ts';

/** Of one event, in characters; `guardedBytes` bounds only its lines. */
const MAX_EVENT_LENGTH = 1024 * 1024;

/**
 * Takes the bytes of a stream of server-sent events and gives the data of each event that is complete. An event that the
 * end of the stream cuts short is dropped. Not a generator: an answer has hundreds of events, and each further layer of
 * generators costs a promise for each of them.
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export class EventStreamParser {
  readonly #decoder = new TextDecoder();
  #rest = '';
  #data: string | undefined;

  push(bytes: Uint8Array): string[] {
    const piece = this.#decoder.decode(bytes, { stream: true });
    this.#rest += piece;
    // A line that comes in many pieces is looked at once, when its end is there.
    if (!/[\r\n]/.test(piece)) return [];
    // A carriage return at the very end may be half of a line's end.
    const lines = this.#rest.includes('\r') ? this.#rest.split(/\r\n|\n|\r(?!$)/) : this.#rest.split('\n');
    this.#rest = lines.pop() ?? '';
    return this.#eventsOf(lines);
  }

  /** The stream is over, so a carriage return at its end was a line's end. */
  end(): string[] {
    return this.#eventsOf(this.#rest.split('\r').slice(0, -1));
  }

  #eventsOf(lines: string[]): string[] {
    const events: string[] = [];
    for (const line of lines) {
      if (line !== '') this.#add(line);
      else if (this.#data !== undefined) {
        events.push(this.#data);
        this.#data = undefined;
      }
    }
    return events;
  }

  /** Only data is kept: our providers repeat an event's name inside it. */
  #add(line: string): void {
    if (!line.startsWith('data') || (line.length > 4 && line[4] !== ':')) return;
    const value = line.slice(line[5] === ' ' ? 6 : 5);
    this.#data = this.#data === undefined ? value : `${this.#data}\n${value}`;
    if (this.#data.length > MAX_EVENT_LENGTH) {
      throw new ModelError('malformed', {
        cause: new Error(`An event is longer than ${MAX_EVENT_LENGTH} characters.`),
      });
    }
  }
}
