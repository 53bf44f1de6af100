import type { IncomingMessage } from 'node:http';
import { withLiveScript } from '../../../shared/previews/index.ts';

/** Whether an answer is a page that our script can be written into. */
export const isPlainPage = ({ headers }: IncomingMessage): boolean =>
  /^text\/html\b/i.test(headers['content-type'] ?? '') && headers['content-encoding'] === undefined;

/** A page as it comes, with the script of previews in its first piece. */
export async function* withScript(
  page: AsyncIterable<Buffer>,
  about: { prefix: string; version?: number },
): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const piece of page) {
    yield isFirst ? withLiveScript(piece, about) : piece;
    isFirst = false;
  }
}
