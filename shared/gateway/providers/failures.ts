import { ArtelError, Unavailable } from '../../core/errors.ts';
import { ModelError } from '../call/model-error.ts';
import { reasonOfCode, refusal } from '../http/refusal.ts';
import { isApiError, isClientTimeout } from './openai/client.ts';

function* causes(error: unknown): Generator<Error> {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1) yield one;
}

/** undici's and the system's failures carry a code (`UND_ERR_SOCKET`, `ECONNRESET`); what fetch itself refuses, a text. */
const isTransport = (error: unknown): boolean =>
  [...causes(error)].some(
    (one) =>
      one.message === 'fetch failed' ||
      ('code' in one && typeof one.code === 'string' && /^(UND_ERR_|E[A-Z]+$)/.test(one.code)),
  );

/**
 * The outcome behind whatever the client, the network or a parser threw. `begun`: part of the answer had come,
 * so a connection that ends is an answer cut short. A defect of our own is returned as it is.
 */
export const modelFailure = (error: unknown, begun: boolean): unknown => {
  for (const one of causes(error)) if (one instanceof ModelError) return one;
  if (error instanceof Unavailable) return new ModelError('unavailable', { cause: error });
  if (error instanceof ArtelError) return error;
  if (isTransport(error)) return new ModelError(begun ? 'cut' : 'unavailable', { cause: error });
  if (isClientTimeout(error)) return new ModelError('timeout', { cause: error });
  if (isApiError(error)) {
    const cause = new Error(`The provider answered: ${error.message.slice(0, 500)}`);
    if (error.status !== undefined) return refusal(error.status, error.headers, error.code, cause);
    // An error event inside a stream: the request was accepted, the provider failed over it.
    return new ModelError(reasonOfCode(error.code) ?? 'unavailable', { cause });
  }
  if (error instanceof SyntaxError) return new ModelError('malformed', { cause: error });
  return error;
};
