import { Unprocessable } from '../../core/errors.ts';

/**
 * A conversation that the service is to keep, so that a request holds what is new alone. The official client's tool runner
 * asks for one first; told by this error that there are none, it sends the whole conversation each time. Without the
 * error's details it would end, and without the error the model would see a tool's result and nothing before it.
 */
export class ThreadUnsupported extends Unprocessable {
  readonly details = { error_code: 'thread_unsupported_request', unsupported: ['thread'] };
}

export const refuseThread = (thread: unknown): void => {
  if (thread === undefined || thread === null) return;
  const message = 'This is not supported: conversations are not kept, send the whole one.';
  throw new ThreadUnsupported('Some of the input is not valid.', { errors: [{ path: 'thread', message }] });
};
