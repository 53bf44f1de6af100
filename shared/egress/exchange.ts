import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { ACCEPTED_ENCODINGS, readableBody } from './body.ts';
import { EgressDenied, EgressError, EgressUnreachable } from './errors.ts';
import type { Address } from './resolve.ts';

export type Hop = { url: URL; method: string; headers: Headers; body: string | Uint8Array | undefined };
export type Bounds = { addresses: Address[]; maxBytes: number; signal: AbortSignal };

const NO_BODY = new Set([204, 205, 304]);

/** The name was resolved and checked before; the connection must not resolve it again. */
const pinned =
  (addresses: Address[]): LookupFunction =>
  (_host, options, done) => {
    if (options.all) done(null, addresses);
    else done(null, addresses[0]!.address, addresses[0]!.family);
  };

/**
 * One request and its answer, over a connection of its own to one of the given addresses: none outlives the judgement of
 * its address, and none goes stale while a function sleeps. Follows nothing.
 */
export const exchange = async (hop: Hop, bounds: Bounds): Promise<Response> => {
  const message = await send(hop, bounds);
  const { statusCode = 0 } = message;
  const headers = new Headers();
  for (let at = 0; at < message.rawHeaders.length; at += 2) {
    headers.append(message.rawHeaders[at]!, message.rawHeaders[at + 1]!);
  }
  if (statusCode < 200 || statusCode > 599) {
    message.destroy();
    throw new EgressUnreachable('The server did not answer in HTTP.');
  }
  const body = NO_BODY.has(statusCode) || hop.method === 'HEAD' ? emptied(message) : bodyOf(message, bounds);
  // They describe the body as it was sent, not as it is read from here on.
  if (body && headers.has('content-encoding')) {
    headers.delete('content-encoding');
    headers.delete('content-length');
  }
  const response = new Response(body, { status: statusCode, headers });
  return Object.defineProperty(response, 'url', { value: hop.url.href });
};

const send = ({ url, method, headers, body }: Hop, { addresses, signal }: Bounds): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const encrypted = url.protocol === 'https:';
    let sent = false;
    const request = (encrypted ? httpsRequest : httpRequest)(url, {
      method,
      headers: { 'accept-encoding': ACCEPTED_ENCODINGS, ...Object.fromEntries(headers) },
      lookup: pinned(addresses),
      agent: false,
      signal,
    });
    request.once('response', resolve);
    request.on('error', (error) => reject(translated(error, signal, sent)));
    request.once('upgrade', (_message, socket) => {
      socket.destroy();
      reject(new EgressDenied('The server wants to switch to another protocol.', { sent: true }));
    });
    request.once('socket', (socket) => {
      socket.once(encrypted ? 'secureConnect' : 'connect', () => {
        sent = true;
      });
      socket.once('connect', () => {
        // Nothing should be able to lead here; were it so, no byte may be sent.
        if (addresses.some(({ address }) => address === socket.remoteAddress)) return;
        request.destroy(new EgressDenied('The connection went to an address that was not checked.'));
      });
    });
    request.end(body);
  });

const emptied = (message: IncomingMessage): null => {
  message.resume();
  return null;
};

const bodyOf = (message: IncomingMessage, { maxBytes, signal }: Bounds): ReadableStream<Uint8Array> => {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of readableBody(message, maxBytes)) yield chunk as Buffer;
    } catch (error) {
      throw translated(error, signal, true);
    } finally {
      message.destroy();
    }
  };
  return ReadableStream.from(chunks());
};

/** An abort is the caller's own reason; the rest is a sentence with the code of what happened. */
const translated = (error: unknown, signal: AbortSignal, sent: boolean): unknown => {
  if (error instanceof EgressError) return error;
  if (signal.aborted) return signal.reason;
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new EgressUnreachable(`The server cannot be reached, or the connection broke${code}.`, {
    cause: error,
    sent,
  });
};
