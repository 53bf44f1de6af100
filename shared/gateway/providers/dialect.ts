import type { ModelCall } from '../call/model-call.ts';
import type { ProviderRequest } from '../http/request.ts';
import type { ErrorReader } from '../http/send.ts';
import type { Endpoint } from '../settings/upstreams.ts';
import type { AnswerAccumulator } from './answer-accumulator.ts';

export type NamedCall = ModelCall & { model: string };

/** The provider's mark for the end of its stream. */
export const END = Symbol('end of stream');

/**
 * How one kind of provider is talked to: what is sent, and how each part of the answer reads. Connections, retries,
 * time-outs and limits are the same for all kinds, and none of a dialect's business.
 */
export type Dialect<Chunk> = {
  request(call: NamedCall, provider: Endpoint): ProviderRequest;
  errorOf: ErrorReader;
  /** Whether a refused call may be sent once more: its request will be another one. */
  mends?(error: unknown, call: NamedCall, provider: Endpoint): boolean;
  /** The chunk in the data of one event; `undefined` for an event that says nothing. Throws `ModelError` for an error event. */
  chunkOf(data: string): Chunk | typeof END | undefined;
  /** The chunks that would have made a whole answer in JSON: not every server streams. */
  chunksOfWhole(text: string): Iterable<Chunk>;
  /** Makes a function that adds one chunk after another to an answer and returns the text that may be passed on. */
  reader(call: NamedCall): (answer: AnswerAccumulator, chunk: Chunk) => string;
};
