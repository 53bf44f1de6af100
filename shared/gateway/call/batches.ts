import type { ModelEvent } from './model-call.ts';

/**
 * Events that came together: those of one read of a connection. An answer has hundreds of them and passes several layers, each
 * of which would take a promise for each event; within the gateway they go on together, to its caller one by one.
 */
export type Batch = readonly ModelEvent[];

export async function* oneByOne(batches: AsyncIterable<Batch>): AsyncGenerator<ModelEvent> {
  for await (const events of batches) for (const event of events) yield event;
}
