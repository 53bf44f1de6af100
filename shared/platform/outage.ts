import { Unavailable } from '../core/errors.ts';

/** A service of AWS failed on its own side, and did so again when the SDK repeated the call: the request is not to blame. */
export const outageIn = (error: unknown): Unavailable | undefined => {
  if (!(error instanceof Error) || !('$fault' in error) || error.$fault !== 'server') return undefined;
  return new Unavailable('Something this depends on does not work at the moment.', { cause: error, retryAfter: 1 });
};
