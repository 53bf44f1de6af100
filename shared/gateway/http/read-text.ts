import type { IncomingMessage } from 'node:http';
import type { StreamTimeouts } from '../settings/upstreams.ts';
import { BodyText } from './body-text.ts';
import { guardedBytes } from './guarded-bytes.ts';

/** In bytes. */
const MAX_ERROR_LENGTH = 64 * 1024;

/** A whole body as text. */
export const readText = (message: IncomingMessage, timeouts: StreamTimeouts): Promise<string> =>
  read(message, timeouts, Number.POSITIVE_INFINITY);

/** As much of an error's body as is looked at. */
export const readBeginning = (message: IncomingMessage, timeouts: StreamTimeouts): Promise<string> =>
  read(message, timeouts, MAX_ERROR_LENGTH);

const read = async (message: IncomingMessage, timeouts: StreamTimeouts, enough: number): Promise<string> => {
  const body = new BodyText();
  let length = 0;
  for await (const bytes of guardedBytes(message, timeouts)) {
    body.push(bytes);
    length += bytes.length;
    if (length > enough) break;
  }
  return body.end();
};
