import type { IncomingMessage } from 'node:http';
import { GatewayFailure } from './failure.ts';

/**
 * The whole body of a request.
 *
 * @throws GatewayFailure REQUEST_TOO_LARGE as soon as it is known to be longer than `limit` bytes; what is still to
 * come is read and thrown away, so that the client gets to see the answer.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(request, limit);
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      request.removeAllListeners('data');
      reject(tooLarge(request, limit));
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}

function tooLarge(request: IncomingMessage, limit: number): GatewayFailure {
  request.resume();
  return new GatewayFailure('REQUEST_TOO_LARGE', `request body over ${limit} bytes`);
}
