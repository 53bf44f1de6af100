import type { ModelCall } from '../call/model-call.ts';
import type { ProviderRequest } from '../http/request.ts';
import type { ErrorReader } from '../http/send.ts';
import type { Endpoint } from '../settings/upstreams.ts';
import type { AnswerAccumulator } from './answer-accumulator.ts';

export type NamedCall = ModelCall & { model: string };

/** Takes back what was learned from a refusal. */
export type Unlearn = () => void;

/** The provider's mark for the end of its stream. */
export const END = Symbol('end of stream');

/** Reads one answer. */
export type AnswerReader<Chunk> = {
  /** Adds a chunk to the answer; returns the text that may be passed on. */
  read(answer: AnswerAccumulator, chunk: Chunk): string;
  /** No chunk will follow, whether or not the provider closed what it had opened. */
  end(answer: AnswerAccumulator): void;
};

/**
 * How one kind of provider is talked to: what is sent, and how each part of the answer reads. Connections, retries,
 * time-outs and limits are the same for all kinds, and none of a dialect's business.
 */
export type Dialect<Chunk> = {
  request(call: NamedCall, provider: Endpoint): ProviderRequest;
  errorOf: ErrorReader;
  /** Learns from a refusal, if the call may pass in another form: its request will be another one from now on. */
  mends?(error: unknown, call: NamedCall, provider: Endpoint): Unlearn | undefined;
  /** The chunk in the data of one event; `undefined` for an event that says nothing. Throws `ModelError` for an error event. */
  chunkOf(data: string): Chunk | typeof END | undefined;
  /** The chunks that would have made a whole answer in JSON: not every server streams. */
  chunksOfWhole(text: string): Iterable<Chunk>;
  reader(call: NamedCall): AnswerReader<Chunk>;
};
