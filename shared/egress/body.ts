import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { EgressDenied, EgressTooLarge } from './errors.ts';

const DECODERS: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Sent as Accept-Encoding; bodies in any other encoding are refused. */
export const ACCEPTED_ENCODINGS = 'gzip, br';

/** Passes on at most `most` bytes, then fails. */
const capped = (most: number): Transform => {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > most) done(new EgressTooLarge(`The answer is larger than ${most} bytes.`));
      else done(null, chunk);
    },
  });
};

/**
 * The body of an answer, unpacked, as it comes. What arrives and what it unpacks to are both counted, so neither an endless
 * body nor a small one that unfolds to gigabytes is ever held: unpacking goes on only as fast as its reader.
 */
export const readableBody = (message: IncomingMessage, most: number): Readable => {
  const encoding = (message.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const parts: Transform[] = [capped(most)];
  if (encoding !== 'identity') {
    const decoder = DECODERS[encoding];
    if (!decoder) throw new EgressDenied('The answer has an unsupported content encoding.', { sent: true });
    parts.push(decoder(), capped(most));
  }
  // The last stream is destroyed with whatever went wrong, and its reader sees that.
  return pipeline([message, ...parts], () => undefined) as unknown as Readable;
};
