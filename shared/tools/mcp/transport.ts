import type { FetchLike, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { MINUTE } from '../../core/clock.ts';
import { beginningOf } from '../../core/excerpt.ts';
import { EgressDenied, EgressError, type EgressFetch, redirectOf } from '../../egress/index.ts';

const MEGABYTE = 1024 * 1024;
/** The answer to a call may be a stream for as long as the call takes, which has a limit of its own. */
const LIMITS = { maxBytes: 10 * MEGABYTE, timeoutMs: 5 * MINUTE };

/** Of an address that a server names. */
const MAX_QUOTE_LENGTH = 500;

export type TransportOptions = {
  url: string;
  headers: Record<string, string>;
  fetch: EgressFetch;
  /** An answer broke off in a way that reconnecting cannot fix. */
  onBroken: (error: EgressError) => void;
};

/** The SDK's transport, every request of which goes through the guarded dispatcher. Redirects stay within the origin. */
export const guardedTransport = (
  Transport: typeof StreamableHTTPClientTransport,
  { url, headers, fetch, onBroken }: TransportOptions,
): StreamableHTTPClientTransport => {
  const through: FetchLike = async (address, init = {}) => {
    const sent = new Headers(init.headers as Headers);
    // The stream for unsolicited server messages: nothing here would listen to it, and 405 declines it.
    if (init.method === 'GET' && !sent.has('last-event-id')) return new Response(null, { status: 405 });
    const { method, signal, redirect } = init;
    const body = init.body as string | undefined;
    const answer = await fetch(address, { method, headers: sent, body, signal, redirect }, LIMITS);
    await refuseElsewhere(address, answer);
    return answer.body ? new Response(watched(answer.body, onBroken), answer) : answer;
  };
  return new Transport(new URL(url), {
    fetch: through,
    requestInit: { headers },
    redirectPolicy: 'same-origin',
  });
};

/**
 * A server at another origin is another server: the person who added this one has to name it. After 307 and 308 nothing was
 * done at this one either (RFC 9110, 15.4).
 */
const refuseElsewhere = async (address: string | URL, answer: Response): Promise<void> => {
  const target = redirectOf(answer);
  if (target === undefined || new URL(target).origin === new URL(address).origin) return;
  await answer.body?.cancel();
  const { origin, pathname } = new URL(target);
  const message = `The server redirects to ${beginningOf(origin + pathname, MAX_QUOTE_LENGTH)}, another origin. Nothing was sent there.`;
  throw new EgressDenied(message, { sent: answer.status < 307 });
};

/** The SDK takes any end of a stream for a lost connection and waits; a permanent break is reported at once. */
const watched = (
  body: ReadableStream<Uint8Array>,
  onBroken: (error: EgressError) => void,
): ReadableStream<Uint8Array> => {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* body;
    } catch (error) {
      if (error instanceof EgressError && !error.temporary) onBroken(error);
      throw error;
    }
  };
  return ReadableStream.from(chunks());
};
