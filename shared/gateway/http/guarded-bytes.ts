import type { IncomingMessage } from 'node:http';
import { ModelError } from '../call/model-error.ts';
import type { StreamTimeouts } from '../settings/upstreams.ts';
import { isNotDecodable, uncompressed } from './uncompressed.ts';

/**
 * The body of a provider that may be slow or broken: it fails when no byte comes for `firstByte` milliseconds, or after that
 * for `idle`, and reads only as fast as its reader, which bounds what it holds in memory. Leaving it early closes the
 * connection.
 */
export async function* guardedBytes(message: IncomingMessage, timeouts: StreamTimeouts): AsyncGenerator<Buffer> {
  const tooLate = (): void => void message.destroy(new ModelError('timeout'));
  // Only the wait for the provider counts, not how long the reader takes.
  let timer = setTimeout(tooLate, timeouts.firstByte);
  try {
    for await (const bytes of uncompressed(message)) {
      clearTimeout(timer);
      yield bytes;
      timer = setTimeout(tooLate, timeouts.idle);
    }
  } catch (error) {
    throw error instanceof ModelError ? error : broken(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Whatever ended the connection, to its reader it is one that was reset. */
const broken = (cause: unknown): Error =>
  isNotDecodable(cause)
    ? new ModelError('malformed', { cause })
    : Object.assign(new Error('The connection broke.', { cause }), { code: 'ECONNRESET' });
