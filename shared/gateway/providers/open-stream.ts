import type { Deadline } from '../http/deadline.ts';
import { guardedBytes } from '../http/guarded-bytes.ts';
import { send } from '../http/send.ts';
import type { Timeouts } from '../settings/provider.ts';
import type { Endpoint } from '../settings/upstreams.ts';
import { AnswerBody } from './answer-body.ts';
import { type Dialect, END, type NamedCall } from './dialect.ts';

/** Sends the call, again where that may help, and meets the deadline as soon as the answer begins. */
export const openStream = async <Chunk>(
  dialect: Dialect<Chunk>,
  call: NamedCall,
  provider: Endpoint,
  { firstByte, idle = firstByte, retries }: Timeouts,
  deadline: Deadline,
): Promise<AsyncIterable<Iterable<Chunk | typeof END>>> => {
  const timeouts = { firstByte, idle };
  const { signal } = deadline;
  const { errorOf } = dialect;
  const message = await send(dialect.request(call, provider), { timeouts, retries, signal, errorOf });
  deadline.met();
  return chunksOf(guardedBytes(message, timeouts), dialect);
};

/**
 * From bytes to chunks, those of one read together, with `END` last if the provider closed its answer. What comes after the
 * end is read and dropped, so that the connection can be kept.
 */
export async function* chunksOf<Chunk>(
  bytes: AsyncIterable<Uint8Array>,
  dialect: Pick<Dialect<Chunk>, 'chunkOf' | 'chunksOfWhole'>,
): AsyncGenerator<Iterable<Chunk | typeof END>> {
  const body = new AnswerBody(dialect);
  for await (const part of bytes) yield body.push(part);
  yield body.end();
  if (body.isClosed) yield [END];
}
