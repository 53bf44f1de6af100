import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { orAborted } from '../abort.ts';
import type { Timers } from '../timers.ts';

/** Nothing came for the idle limit: API Gateway cuts the stream. */
export class StreamIdle extends Error {
  override readonly name = 'StreamIdle';
}

/**
 * Sends a function's chunks as they come and waits whenever the client is slower. Ends when the body ends; rejects with
 * the signal's reason, the body's error, or StreamIdle.
 */
export async function pipeStream(
  body: AsyncIterable<Uint8Array>,
  response: ServerResponse,
  options: { signal: AbortSignal; timers: Timers; idleMs: number },
): Promise<void> {
  const idle = new AbortController();
  const signal = AbortSignal.any([options.signal, idle.signal]);
  const iterator = body[Symbol.asyncIterator]();
  let cancelIdle: (() => void) | undefined;
  try {
    for (;;) {
      cancelIdle?.();
      cancelIdle = options.timers.after(options.idleMs, () => idle.abort(new StreamIdle('the stream was idle')));
      const { done, value } = await orAborted(iterator.next(), signal);
      if (done) break;
      if (!response.write(value)) await once(response, 'drain', { signal });
    }
  } catch (error) {
    // `return` would wait for a `next` that may never settle; the invocation's own signal is what stops the function.
    void iterator.return?.().catch(() => undefined);
    throw signal.aborted ? signal.reason : error;
  } finally {
    cancelIdle?.();
  }
}
