import { ModelError, type ModelErrorReason } from '../../call/model-error.ts';
import { refusal } from '../../http/refusal.ts';

/** The body of a refusal, and an error event within a stream. */
export type ErrorBody = {
  error?: { type?: unknown; message?: unknown; details?: { error_code?: unknown } | null } | null;
};

/** Source: https://platform.claude.com/docs/en/api/errors */
const BY_TYPE: Record<string, ModelErrorReason> = {
  authentication_error: 'unauthorized',
  permission_error: 'unauthorized',
  billing_error: 'quota',
  not_found_error: 'unknown_model',
  request_too_large: 'too_long',
  rate_limit_error: 'rate_limited',
  timeout_error: 'timeout',
  api_error: 'unavailable',
  overloaded_error: 'unavailable',
};

/** Limits that waiting does not lift, which come as `rate_limit_error`. Source: the official client's errors. */
const BY_CODE: Record<string, ModelErrorReason> = {
  contract_spend_limit_reached: 'quota',
  enforced_spend_limit_reached: 'quota',
  linked_organization_spend_limit_reached: 'quota',
};

/** An `invalid_request_error` has no code for these, so what it says has to do. */
const BY_WORDS: [RegExp, ModelErrorReason][] = [
  [
    /prompt is too long|exceeds? (the )?(model's )?context (window|limit)|input length and `max_tokens` exceed/i,
    'too_long',
  ],
  [/credit balance is too low/i, 'quota'],
];

/** The outcome behind an error's body; `response` is what it came in, unless that was a stream. */
export const failureOf = ({ error }: ErrorBody, response?: Response): ModelError => {
  const said = typeof error?.message === 'string' ? error.message : '';
  const cause = new Error(`The provider answered: ${said.slice(0, 500)}`);
  const named = known(BY_CODE, error?.details?.error_code) ?? byWords(error?.type, said) ?? known(BY_TYPE, error?.type);
  if (!response)
    return new ModelError(named ?? (error?.type === 'invalid_request_error' ? 'refused' : 'unavailable'), { cause });
  const plain = refusal(response.status, response.headers, undefined, cause);
  return named
    ? new ModelError(named, { cause, ...(plain.retryAfter !== undefined && { retryAfter: plain.retryAfter }) })
    : plain;
};

const known = (reasons: Record<string, ModelErrorReason>, name: unknown): ModelErrorReason | undefined =>
  typeof name === 'string' && Object.hasOwn(reasons, name) ? reasons[name] : undefined;

const byWords = (type: unknown, said: string): ModelErrorReason | undefined =>
  type === 'invalid_request_error' ? BY_WORDS.find(([words]) => words.test(said))?.[1] : undefined;
