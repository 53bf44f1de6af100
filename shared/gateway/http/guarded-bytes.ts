import type { IncomingMessage } from 'node:http';
import { ModelError } from '../call/model-error.ts';
import type { StreamTimeouts } from '../settings/upstreams.ts';

/** No provider needs a longer line in a stream of events; a hostile one gets no more. */
const MAX_LINE_BYTES = 1024 * 1024;
/** 64 texts in 4,096 dimensions, each number written out, are some 6 MB. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

const NEWLINE = 10;

export const isEventStream = ({ headers }: IncomingMessage): boolean =>
  (headers['content-type'] ?? '').toLowerCase().startsWith('text/event-stream');

/**
 * The body of a provider that may be slow, endless or broken: it fails when no byte comes for `firstByte` milliseconds, or
 * after that for `idle`, bounds what must be held in memory (a line of an event stream, the whole of anything else), and
 * reads only as fast as its reader. Leaving it early closes the connection.
 */
export async function* guardedBytes(message: IncomingMessage, timeouts: StreamTimeouts): AsyncGenerator<Buffer> {
  const tooLate = (): void => void message.destroy(new ModelError('timeout'));
  const limit = isEventStream(message) ? new LineLimit() : new BodyLimit();
  // Only the wait for the provider counts, not how long the reader takes.
  let timer = setTimeout(tooLate, timeouts.firstByte);
  try {
    for await (const bytes of message as AsyncIterable<Buffer>) {
      clearTimeout(timer);
      limit.take(bytes);
      yield bytes;
      timer = setTimeout(tooLate, timeouts.idle);
    }
  } catch (error) {
    throw error instanceof ModelError ? error : connectionBroke(error);
  } finally {
    clearTimeout(timer);
  }
}

class BodyLimit {
  #length = 0;

  take({ length }: Buffer): void {
    this.#length += length;
    if (this.#length > MAX_BODY_BYTES) throw tooLong('body', MAX_BODY_BYTES);
  }
}

class LineLimit {
  #length = 0;

  take(bytes: Buffer): void {
    const newline = bytes.lastIndexOf(NEWLINE);
    this.#length = newline < 0 ? this.#length + bytes.length : bytes.length - newline - 1;
    if (this.#length > MAX_LINE_BYTES) throw tooLong('line', MAX_LINE_BYTES);
  }
}

const tooLong = (what: string, limit: number): ModelError =>
  new ModelError('malformed', { cause: new Error(`A ${what} of the response is longer than ${limit} bytes.`) });

/** Whatever ended the connection, to its reader it is one that was reset. */
const connectionBroke = (cause: unknown): Error =>
  Object.assign(new Error('The connection broke.', { cause }), { code: 'ECONNRESET' });
