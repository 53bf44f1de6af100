import { Unavailable } from '../../core/errors.ts';

/** The vector store or the embedding model is unavailable. An agent's turn goes on without memory; a request gets the error. */
export class MemoryUnavailable extends Unavailable {
  constructor(cause: unknown) {
    super('The memory of the agent cannot be reached at the moment. Try again in a while.', { cause });
  }
}
