/**
 * Why a model did not answer, and the text for the client. `temporary` failures are worth another try later; `permanent`
 * ones fail the same way until somebody changes something.
 */
const OUTCOMES = {
  timeout: ['temporary', 'The model did not answer in time. Try again, or choose a faster model.'],
  rate_limited: ['temporary', 'The model provider is limiting requests at the moment. Try again in a while.'],
  unavailable: ['temporary', 'The model provider cannot be reached at the moment. Try again in a while.'],
  malformed: [
    'temporary',
    'The model provider sent something that is not an answer. Try again, or choose another model.',
  ],
  cut: ['temporary', 'The answer broke off before its end. Try again.'],
  refused: ['permanent', 'The model provider refused the request. Check the model and the settings of the agent.'],
  unknown_model: ['permanent', 'The model provider does not know this model. Choose another one for the agent.'],
  unauthorized: ['permanent', 'The model provider did not accept the credentials. The operator has to renew them.'],
  quota: ['permanent', 'The quota at the model provider is used up. The operator has to raise it.'],
  too_long: [
    'permanent',
    'The conversation or its answer is too long for the model. Shorten it, or start a new session.',
  ],
} as const satisfies Record<string, readonly ['temporary' | 'permanent', string]>;

export type ModelErrorReason = keyof typeof OUTCOMES;

type Details = { cause?: unknown; retryAfter?: number; detail?: string };

/** The provider's own words are only in `cause`, which is for operators: they may quote prompts and name hosts. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly kind: 'temporary' | 'permanent';
  readonly reason: ModelErrorReason;
  /** Safe for the client. */
  readonly detail: string;
  /** In seconds, if the provider asked to wait. */
  readonly retryAfter: number | undefined;

  /** `detail` replaces the usual text for the reason. */
  constructor(reason: ModelErrorReason, { cause, retryAfter, detail }: Details = {}) {
    const [kind, text] = OUTCOMES[reason];
    super(detail ?? text, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.reason = reason;
    this.detail = this.message;
    this.retryAfter = retryAfter;
  }
}
