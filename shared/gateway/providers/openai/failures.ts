import { ModelError, type ModelErrorReason, ProviderSaid } from '../../call/model-error.ts';
import { providerMessage } from '../../http/provider-message.ts';
import { reasonOfStatus } from '../../http/status-error.ts';
import { type Fields, isFields } from '../parse-json.ts';

/** By code, or by type. Sources are in test/data/upstreams, OpenAI's: https://developers.openai.com/api/docs/guides/error-codes */
const BY_CODE: Record<string, ModelErrorReason> = {
  context_length_exceeded: 'too_long',
  string_above_max_length: 'too_long',
  exceed_context_size_error: 'too_long',
  insufficient_quota: 'quota',
  budget_exceeded: 'quota',
  invalid_api_key: 'unauthorized',
  model_not_found: 'unknown_model',
  DeploymentNotFound: 'unknown_model',
  rate_limit_exceeded: 'rate_limited',
  capacity_exceeded: 'rate_limited',
  content_filter: 'refused',
  // The model wrote a call that the server could not read.
  tool_use_failed: 'malformed',
  // text-generation-inference.
  overloaded: 'rate_limited',
  generation: 'unavailable',
  // z.ai.
  '1113': 'quota',
  '1211': 'unknown_model',
  '1301': 'refused',
  '1302': 'rate_limited',
  '1303': 'rate_limited',
  '1305': 'rate_limited',
};

/** What some servers say in words alone. */
const BY_WORDS: [RegExp, ModelErrorReason][] = [
  [
    /maximum context length|longer than the (model.s )?context|prompt is too long|ContextWindowExceeded|`max_new_tokens` must be/i,
    'too_long',
  ],
  [
    /context (size|length|window) has been exceeded|exceeds? the (available |model.s )?context (size|length|window)/i,
    'too_long',
  ],
  [/no endpoints found that support|your input was flagged/i, 'refused'],
  [/model identifier is invalid/i, 'unknown_model'],
];

/** These need no words: what a limit or a wrong key says may sound like something else. */
const PLAIN_STATUSES = new Set([401, 402, 413, 429]);

/** What a server says of its failure: in any form, and `said` in words meant for people. */
export type Failure = { codes: (string | number)[]; message: string; said: string };

/** The failure in an error's body, however it is wrapped: within `error`, or flat, or as a text. */
export const failureOf = (body: Fields): Failure => {
  const inner = isFields(body.error) ? body.error : body;
  const named = [inner.code, inner.type, body.error_type, inner.status_code, inner.status];
  const raw = isFields(inner.metadata) ? inner.metadata.raw : undefined;
  const told = [body.error, inner.message, inner.Message, inner.msg, inner.detail, raw].filter(Boolean);
  return {
    codes: named.filter(isCode),
    message: told.map(wordsOf).filter(Boolean).join(' '),
    said: told.filter((one) => typeof one === 'string').join(' '),
  };
};

/** What a failure means beyond its status, and the provider's own code for it. */
export const meaningOf = (
  { codes, message }: Omit<Failure, 'said'>,
  status: number | undefined,
): { reason: ModelErrorReason | undefined; code: string | number | undefined } => {
  const known = codes.find((code) => Object.hasOwn(BY_CODE, String(code)));
  const code = known ?? codes[0];
  if (status === 413) return { reason: undefined, code };
  if (known !== undefined) return { reason: BY_CODE[String(known)], code };
  const isPlain = status !== undefined && PLAIN_STATUSES.has(status);
  return { reason: isPlain ? undefined : BY_WORDS.find(([words]) => words.test(message))?.[1], code };
};

/** The failure that an object reports in place of an answer, or beside one, although the status of its response was a success. */
export const failureWithin = (body: Fields): ModelError | undefined => {
  const [choice] = [body.choices].flat();
  const told = [body, choice].find((one): one is Fields => isFields(one) && Boolean(one.error)) ?? flatFailureOf(body);
  if (!told) return undefined;
  const failure = failureOf(told);
  const status = failure.codes.map(Number).find((code) => code >= 400 && code < 600);
  const { reason, code } = meaningOf(failure, status);
  const cause = new ProviderSaid(`The provider answered: ${failure.message.slice(0, 500)}`);
  return new ModelError(reason ?? (status === undefined ? kindOf(failure) : reasonOfStatus(status)), {
    code,
    cause,
    providerMessage: status !== undefined && status >= 500 ? undefined : providerMessage(failure.said),
  });
};

const flatFailureOf = (body: Fields): Fields | undefined => {
  if (body.choices !== undefined && body.choices !== null) return undefined;
  const isFailure = body.object === 'error' || body.success === false || typeof body.error_type === 'string';
  return isFailure ? body : undefined;
};

/** Whose fault it is where neither a code nor a status says more. */
const kindOf = ({ codes }: Failure): ModelErrorReason =>
  codes.some((code) => /^(invalid_request_error|BadRequestError)$/.test(String(code))) ? 'refused' : 'unavailable';

const isCode = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value !== '' && value !== 'None');

const wordsOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return isFields(value) && value.message !== undefined ? '' : JSON.stringify(value);
};
