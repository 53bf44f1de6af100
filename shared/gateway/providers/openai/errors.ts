import { type ModelError, ProviderSaid } from '../../call/model-error.ts';
import { type ErrorResponse, errorBodyOf } from '../../http/send.ts';
import { statusError } from '../../http/status-error.ts';
import { failureOf, meaningOf } from './failures.ts';

/** The outcome behind an error response: what its body says, where that is more than its status. */
export const errorOf = ({ status, headers, text }: ErrorResponse): ModelError => {
  const { codes, message, said } = failureOf(errorBodyOf(text) ?? {});
  // Bedrock names the kind of an error in a header.
  const [kind] = headers.get('x-amzn-errortype')?.split(':') ?? [];
  const failure = { codes: kind ? [...codes, kind] : codes, message };
  const cause = new ProviderSaid(`The provider answered ${status}: ${text.slice(0, 500)}`);
  return statusError(status, headers, { ...meaningOf(failure, status), cause, said });
};
