import type { IncomingMessage } from 'node:http';
import { pipeline, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

const DECODERS: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The body of a message, decompressed if it is compressed: no request asks for that, but some proxies do it anyway. */
export const uncompressed = (message: IncomingMessage): AsyncIterable<Buffer> => {
  const encoding = (message.headers['content-encoding'] ?? '').trim().toLowerCase();
  const decoder = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
  // A failure of the message fails the decoder too, so the reader sees it.
  return decoder ? pipeline(message, decoder(), () => undefined) : message;
};

/** Bytes that are not what their encoding promises. Compressed bytes that merely stop are a connection that broke. */
export const isNotDecodable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(Z_(?!BUF_)|ERR__ERROR_)/.test(String(error.code));
