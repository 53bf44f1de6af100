import { ModelError } from '../call/model-error.ts';
import { BodyText } from '../http/body-text.ts';
import { EventStreamParser } from '../http/event-stream.ts';
import { malformed } from './answer-accumulator.ts';
import { type Dialect, END } from './dialect.ts';

/** What may stand before an answer: white space, which keeps connections open, and the bytes of a byte order mark. */
const BEFORE = new Set([0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf]);
const [BRACE, BRACKET, ANGLE] = [0x7b, 0x5b, 0x3c];

/**
 * The chunks in the bytes of an answer: the events of a stream, one whole object, or one object a line. Which of them it is
 * shows in how it begins: content types are often wrong, and some servers do not stream.
 */
export class AnswerBody<Chunk> {
  readonly #dialect: Pick<Dialect<Chunk>, 'chunkOf' | 'chunksOfWhole'>;
  readonly #events = new EventStreamParser();
  readonly #whole = new BodyText();
  #form: 'events' | 'whole' | undefined;
  #count = 0;
  /** Data that is not JSON, as long as nothing has followed it. */
  #broken: SyntaxError | undefined;
  /** The provider's mark for the end was there, or the answer was whole. */
  isClosed = false;

  constructor(dialect: Pick<Dialect<Chunk>, 'chunkOf' | 'chunksOfWhole'>) {
    this.#dialect = dialect;
  }

  /** What comes after the end is dropped. */
  *push(bytes: Uint8Array): Generator<Chunk> {
    if (this.isClosed) return;
    const part = this.#form ? bytes : this.#begin(bytes);
    if (this.#form === 'whole') this.#whole.push(part);
    else if (this.#form === 'events') yield* this.#chunksOf(this.#events.push(part));
  }

  /** No bytes are left. An event that nothing ended is whole if it is JSON; else the answer broke off within it. */
  *end(): Generator<Chunk> {
    if (this.isClosed) return;
    if (this.#form === 'whole') yield* this.#chunksOfText(this.#whole.end());
    else {
      yield* this.#chunksOf(this.#events.end());
      const { unfinished } = this.#events;
      if (unfinished !== undefined) yield* this.#chunksOf([unfinished]);
    }
    if (this.#broken && !this.isClosed)
      throw new ModelError(this.#count === 0 ? 'malformed' : 'cut', { cause: this.#broken });
  }

  #begin(bytes: Uint8Array): Uint8Array {
    const start = bytes.findIndex((byte) => !BEFORE.has(byte));
    if (start < 0) return bytes;
    if (bytes[start] === ANGLE) throw malformed('The response is a page, not an answer.');
    this.#form = bytes[start] === BRACE || bytes[start] === BRACKET ? 'whole' : 'events';
    return bytes.subarray(start);
  }

  *#chunksOf(datas: string[]): Generator<Chunk> {
    for (const data of datas) {
      if (this.isClosed) return;
      if (this.#broken) throw this.#broken;
      const chunk = this.#chunkOf(data);
      if (chunk === END) this.isClosed = true;
      else if (chunk !== undefined) {
        this.#count += 1;
        yield chunk;
      }
    }
  }

  #chunkOf(data: string): Chunk | typeof END | undefined {
    try {
      return this.#dialect.chunkOf(data);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#broken = error;
      return undefined;
    }
  }

  *#chunksOfText(text: string): Generator<Chunk> {
    const [body, isDone] = withoutDone(text.trim());
    try {
      yield* this.#dialect.chunksOfWhole(body);
      this.isClosed = true;
    } catch (error) {
      const lines = body.split(/[\r\n]+/);
      if (!(error instanceof SyntaxError) || lines.length === 1) throw error;
      yield* this.#chunksOf(lines.map((line) => line.replace(/^data: ?/, '')));
      this.isClosed ||= isDone && !this.#broken;
    }
  }
}

/** Some servers add the end of a stream to a whole answer. */
const withoutDone = (text: string): [body: string, isDone: boolean] => {
  const [, mark] = /(data: ?\[DONE\])$/.exec(text.slice(-20)) ?? [];
  return mark === undefined ? [text, false] : [text.slice(0, -mark.length).trimEnd(), true];
};
