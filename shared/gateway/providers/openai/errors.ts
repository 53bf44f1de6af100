import type { ModelError } from '../../call/model-error.ts';
import { type ErrorResponse, errorBodyOf } from '../../http/send.ts';
import { statusError } from '../../http/status-error.ts';

/** The outcome behind an error response: its `error.code`, where that says more than the status. */
export const errorOf = ({ status, headers, text }: ErrorResponse): ModelError => {
  const { error } = (errorBodyOf(text) ?? {}) as { error?: { code?: unknown } | null };
  return statusError(status, headers, error?.code, new Error(`The provider answered ${status}: ${text.slice(0, 500)}`));
};
