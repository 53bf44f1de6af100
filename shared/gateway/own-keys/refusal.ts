import { ModelError } from '../call/model-error.ts';
import type { Upstream } from '../settings/upstreams.ts';

/**
 * A provider's failure in terms of the user's own key, if the call was made with it: the user can do something about it,
 * the operator cannot. It says nothing of the upstream, which others ask with other keys.
 */
export const aboutOwnKey = (error: unknown, { ownKey }: Pick<Upstream, 'ownKey'>): unknown => {
  if (ownKey === undefined || !(error instanceof ModelError)) return error;
  const { reason, cause, code, retryAfter } = error;
  const details = { cause, code, retryAfter, sparesUpstream: true };
  if (reason === 'unauthorized') {
    const detail = `The provider did not accept your own key "${ownKey}". Store another one, or delete it.`;
    return new ModelError('own_key_refused', { ...details, detail });
  }
  if (reason === 'quota') {
    return new ModelError('quota', {
      ...details,
      detail: `The quota of your own key "${ownKey}" at the provider is used up.`,
    });
  }
  if (reason === 'rate_limited') {
    const detail = `The provider is limiting the requests of your own key "${ownKey}" at the moment. Try again in a while.`;
    return new ModelError('rate_limited', { ...details, detail });
  }
  return error;
};
