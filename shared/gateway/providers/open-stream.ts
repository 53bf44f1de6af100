import type { Deadline } from '../http/deadline.ts';
import { EventStreamParser } from '../http/event-stream.ts';
import { guardedBytes, isEventStream } from '../http/guarded-bytes.ts';
import { readText } from '../http/read-text.ts';
import { send } from '../http/send.ts';
import type { Timeouts } from '../settings/provider.ts';
import type { Endpoint } from '../settings/upstreams.ts';
import { malformed } from './answer-accumulator.ts';
import { type Dialect, END, type NamedCall } from './dialect.ts';

/** Sends the call, again where that may help, and meets the deadline as soon as the answer begins. */
export const openStream = async <Chunk>(
  dialect: Dialect<Chunk>,
  call: NamedCall,
  provider: Endpoint,
  { firstByte, idle = firstByte, retries }: Timeouts,
  deadline: Deadline,
): Promise<AsyncIterable<Chunk> | Iterable<Chunk>> => {
  const timeouts = { firstByte, idle };
  const { signal } = deadline;
  const { errorOf } = dialect;
  const message = await send(dialect.request(call, provider), { timeouts, retries, signal, errorOf });
  deadline.met();
  if (isEventStream(message)) return chunksOf(guardedBytes(message, timeouts), dialect.chunkOf);
  const type = message.headers['content-type'] ?? '';
  if (dialect.chunksOfWhole && /^application\/json\b/i.test(type)) {
    return dialect.chunksOfWhole(await readText(message, timeouts));
  }
  message.destroy();
  throw malformed(`Expected an event stream, got "${type}".`);
};

/** One generator from bytes to chunks. What comes after the end is read and dropped, so that the connection can be kept. */
export async function* chunksOf<Chunk>(
  bytes: AsyncIterable<Uint8Array>,
  chunkOf: (data: string) => Chunk | typeof END | undefined,
): AsyncGenerator<Chunk> {
  const parser = new EventStreamParser();
  let ended = false;
  for await (const part of bytes) {
    if (ended) continue;
    for (const data of parser.push(part)) {
      const chunk = chunkOf(data);
      ended = chunk === END;
      if (chunk === END) break;
      if (chunk !== undefined) yield chunk;
    }
  }
  if (ended) return;
  for (const data of parser.end()) {
    const chunk = chunkOf(data);
    if (chunk === END) return;
    if (chunk !== undefined) yield chunk;
  }
}
