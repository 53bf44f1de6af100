import type { IncomingMessage } from 'node:http';
import type { StreamTimeouts } from '../settings/upstreams.ts';
import { guardedBytes } from './guarded-bytes.ts';

/** In characters. */
const MAX_ERROR_LENGTH = 64 * 1024;

/** A whole body as text. */
export const readText = (message: IncomingMessage, timeouts: StreamTimeouts): Promise<string> =>
  read(message, timeouts, Number.POSITIVE_INFINITY);

/** As much of an error's body as is looked at. */
export const readBeginning = (message: IncomingMessage, timeouts: StreamTimeouts): Promise<string> =>
  read(message, timeouts, MAX_ERROR_LENGTH);

const read = async (message: IncomingMessage, timeouts: StreamTimeouts, maxLength: number): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of guardedBytes(message, timeouts)) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length > maxLength) return text;
  }
  return text + decoder.decode();
};
