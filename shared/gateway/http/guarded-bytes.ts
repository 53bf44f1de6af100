import type { IncomingMessage } from 'node:http';
import { ModelError } from '../call/model-error.ts';
import type { Silence } from '../settings/upstreams.ts';

/** Longest line of a stream of events. No provider needs more; a hostile one gets no more. */
const LONGEST_LINE = 1024 * 1024;

const NEWLINE = 10;

/**
 * The stream of a provider that may be slow, endless or broken: it fails when no byte comes for `first` milliseconds, or
 * after that for `idle`, bounds a line of it, and reads only as fast as its reader. Leaving it early closes the connection.
 */
export async function* guardedBytes(message: IncomingMessage, { first, idle }: Silence): AsyncGenerator<Buffer> {
  const late = (): void => void message.destroy(new ModelError('timeout'));
  let held = 0;
  // Only the wait for the provider counts, not how long the reader takes.
  let timer = setTimeout(late, first);
  try {
    for await (const bytes of message as AsyncIterable<Buffer>) {
      clearTimeout(timer);
      const newline = bytes.lastIndexOf(NEWLINE);
      held = newline < 0 ? held + bytes.length : bytes.length - newline - 1;
      if (held > LONGEST_LINE) throw endless();
      yield bytes;
      timer = setTimeout(late, idle);
    }
  } catch (error) {
    throw error instanceof ModelError ? error : broken(error);
  } finally {
    clearTimeout(timer);
  }
}

const endless = (): ModelError =>
  new ModelError('malformed', { cause: new Error(`Over ${LONGEST_LINE} bytes came without an end.`) });

/** Whatever the connection died of, its reader need not tell it from a connection that was reset. */
const broken = (cause: unknown): Error =>
  Object.assign(new Error('The connection broke.', { cause }), { code: 'ECONNRESET' });
