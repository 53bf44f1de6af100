import { ModelError, type ModelErrorReason, ProviderSaid } from '../../call/model-error.ts';
import { providerMessage } from '../../http/provider-message.ts';
import { type ErrorResponse, errorBodyOf } from '../../http/send.ts';
import { statusError } from '../../http/status-error.ts';

/** The body of an error response, and an error event within a stream. */
export type ErrorBody = {
  error?: { type?: unknown; code?: unknown; message?: unknown; details?: { error_code?: unknown } | null } | null;
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

/** An `invalid_request_error` has no code for these, only its text. */
const BY_WORDS: [RegExp, ModelErrorReason][] = [
  [
    /prompt is too long|exceeds? (the )?(model's )?context (window|limit)|input length and `max_tokens` exceed/i,
    'too_long',
  ],
  [/credit balance is too low|reached your specified (api )?usage limits/i, 'quota'],
];

/** The outcome behind an error response; headers tell how long to wait. */
export const errorOf = ({ status, headers, text }: ErrorResponse): ModelError => {
  const body: ErrorBody = errorBodyOf(text) ?? {};
  const details = { reason: reasonOf(body), code: codeOf(body), cause: causeOf(body), said: messageOf(body) };
  return statusError(status, headers, details);
};

/** The outcome behind an error event within a stream. */
export const errorOfEvent = (body: ErrorBody): ModelError => {
  const otherwise = body.error?.type === 'invalid_request_error' ? 'refused' : 'unavailable';
  return new ModelError(reasonOf(body) ?? otherwise, {
    code: codeOf(body),
    cause: causeOf(body),
    providerMessage: providerMessage(messageOf(body)),
  });
};

const reasonOf = ({ error }: ErrorBody): ModelErrorReason | undefined =>
  known(BY_CODE, error?.details?.error_code) ??
  byWords(error?.type, messageOf({ error })) ??
  known(BY_TYPE, error?.type);

/** Proxies have the other API's `code`, and there a type that says less. */
const codeOf = ({ error }: ErrorBody): string | undefined =>
  [error?.details?.error_code, error?.code, error?.type].find((one): one is string => typeof one === 'string');

const messageOf = ({ error }: ErrorBody): string => (typeof error?.message === 'string' ? error.message : '');

const causeOf = (body: ErrorBody): ProviderSaid =>
  new ProviderSaid(`The provider answered: ${messageOf(body).slice(0, 500)}`);

const known = (reasons: Record<string, ModelErrorReason>, name: unknown): ModelErrorReason | undefined =>
  typeof name === 'string' && Object.hasOwn(reasons, name) ? reasons[name] : undefined;

const byWords = (type: unknown, message: string): ModelErrorReason | undefined =>
  type === 'invalid_request_error' ? BY_WORDS.find(([words]) => words.test(message))?.[1] : undefined;
