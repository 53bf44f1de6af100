import type { ModelCall } from '../call/model-call.ts';
import type { Deadline } from '../http/deadline.ts';
import type { Patience } from '../settings/provider.ts';
import type { Endpoint } from '../settings/upstreams.ts';
import type { Answer } from './answer.ts';

export type NamedCall = ModelCall & { model: string };

/** How one kind of upstream is spoken to. Limits, time-outs and what becomes of a failure are the same for all kinds. */
export type Dialect<Chunk> = {
  /** Sends the call, again if need be, and meets the deadline as soon as an answer begins. */
  open(call: NamedCall, provider: Endpoint, patience: Patience, deadline: Deadline): Promise<AsyncIterable<Chunk>>;
  /** What adds the chunks of one answer to it, in their order, and gives the text of each that may be passed on. */
  reader(call: NamedCall): (answer: Answer, chunk: Chunk) => string;
};
