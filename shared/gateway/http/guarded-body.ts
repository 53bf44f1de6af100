import { ModelError } from '../call/model-error.ts';
import type { Silence } from '../settings/upstreams.ts';

/** Longest line of a stream of events. No provider needs more; a hostile one gets no more. */
const LONGEST_LINE = 1024 * 1024;
/** 64 texts in 4,096 dimensions, each number written out, are some 6 MB. */
const LONGEST_BODY = 32 * 1024 * 1024;

const NEWLINE = 10;

export const isEventStream = ({ headers }: Response): boolean =>
  (headers.get('content-type') ?? '').toLowerCase().startsWith('text/event-stream');

/**
 * The answer of a provider that may be slow, endless or broken: it fails when no byte comes for `first` milliseconds, or
 * after that for `idle`, bounds what must be held in memory (a line of a stream, the whole of anything else), and reads
 * only as fast as its reader. Cancelling the body closes the connection.
 */
export const guarded = (response: Response, silence: Silence): Response => {
  const { status, statusText, headers, body } = response;
  return new Response(body && guardedBody(body, silence, isEventStream(response)), { status, statusText, headers });
};

const guardedBody = (
  body: ReadableStream<Uint8Array>,
  { first, idle }: Silence,
  lines: boolean,
): ReadableStream<Uint8Array> => {
  const reader = body.getReader();
  const limit = lines ? LONGEST_LINE : LONGEST_BODY;
  let held = 0;
  let silence = first;
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await within(silence, reader);
      silence = idle;
      if (done) return controller.close();
      const newline = lines ? value.lastIndexOf(NEWLINE) : -1;
      held = newline < 0 ? held + value.length : value.length - newline - 1;
      if (held > limit) {
        await reader.cancel();
        throw new ModelError('malformed', { cause: new Error(`Over ${limit} bytes came without an end.`) });
      }
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
};

const within = async (patience: number, reader: ReadableStreamDefaultReader<Uint8Array>) => {
  const silence = Promise.withResolvers<never>();
  const timer = setTimeout(() => silence.reject(new ModelError('timeout')), patience);
  try {
    return await Promise.race([reader.read(), silence.promise]);
  } catch (error) {
    // The connection is of no more use. That it may be closed already is not worth reporting beside the first failure.
    await reader.cancel(error).catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
};
