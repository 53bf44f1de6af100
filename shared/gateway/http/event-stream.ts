import { ModelError } from '../call/model-error.ts';

/** Of one event, and of one line, in characters: no provider needs more, and a hostile one gets no more. */
const MAX_LENGTH = 1024 * 1024;

/**
 * Takes the bytes of a stream of server-sent events and gives the data of each event that is complete. Not a generator: an
 * answer has hundreds of events, and each further layer of generators costs a promise for each of them.
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
    if (!/[\r\n]/.test(piece)) return this.#noEvents();
    // A carriage return at the very end may be half of a line's end.
    const lines = this.#rest.includes('\r') ? this.#rest.split(/\r\n|\n|\r(?!$)/) : this.#rest.split('\n');
    this.#rest = lines.pop() ?? '';
    return this.#eventsOf(lines);
  }

  /** The stream is over, so a carriage return at its end was a line's end. */
  end(): string[] {
    const lines = (this.#rest + this.#decoder.decode()).split('\r');
    const last = lines.pop() ?? '';
    this.#rest = '';
    const events = this.#eventsOf(lines);
    if (last !== '') this.#add(last);
    return events;
  }

  /**
   * The data of an event that the end of the stream left open. The standard drops it, but many servers do not end their
   * last event: whether it is whole, its reader has to see.
   */
  get unfinished(): string | undefined {
    return this.#data;
  }

  #noEvents(): string[] {
    checkLength('line', this.#rest);
    return [];
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

  /** Only data is kept: our providers repeat an event's name inside it. Older llama.cpp has a field `error` instead. */
  #add(line: string): void {
    if (/^error: ?[{"]/.test(line)) this.#data = `{"error":${line.slice(6)}}`;
    if (!line.startsWith('data') || (line.length > 4 && line[4] !== ':')) return;
    const value = line.slice(line[5] === ' ' ? 6 : 5);
    this.#data = this.#data === undefined ? value : `${this.#data}\n${value}`;
    checkLength('event', this.#data);
  }
}

const checkLength = (what: string, { length }: string): void => {
  if (length <= MAX_LENGTH) return;
  throw new ModelError('malformed', { cause: new Error(`The ${what} is longer than ${MAX_LENGTH} characters.`) });
};
