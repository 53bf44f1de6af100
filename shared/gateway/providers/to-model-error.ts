import { ArtelError, Unavailable } from '../../core/errors.ts';
import { ModelError } from '../call/model-error.ts';

const MAX_CAUSES = 5;

function* causes(error: unknown): Generator<Error> {
  for (let one = error, depth = 0; one instanceof Error && depth < MAX_CAUSES; one = one.cause, depth += 1) yield one;
}

/** The system's failures carry a code such as `ECONNRESET`. */
const isTransport = (error: unknown): boolean =>
  [...causes(error)].some((one) => 'code' in one && typeof one.code === 'string' && /^E[A-Z]+$/.test(one.code));

/**
 * The outcome behind whatever the network or a parser threw. `begun`: part of the answer had come, so a connection that
 * ends is an answer cut short. A defect of our own is returned as it is.
 */
export const toModelError = (error: unknown, begun: boolean): unknown => {
  for (const one of causes(error)) if (one instanceof ModelError) return one;
  if (error instanceof Unavailable) return new ModelError('unavailable', { cause: error });
  if (error instanceof ArtelError) return error;
  if (isTransport(error)) return new ModelError(begun ? 'cut' : 'unavailable', { cause: error });
  if (error instanceof SyntaxError) return new ModelError('malformed', { cause: error });
  return error;
};
