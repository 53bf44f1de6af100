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
  silent: [
    'temporary',
    'The model ended its answer without a word. Ask in other words, or choose another model for the agent.',
  ],
  cut: ['temporary', 'The answer broke off before its end. Try again.'],
  refused: ['permanent', 'The model provider refused the request. Check the model and the settings of the agent.'],
  unknown_model: ['permanent', 'The model provider does not know this model. Choose another one for the agent.'],
  unauthorized: ['permanent', 'The model provider did not accept the credentials. The operator has to renew them.'],
  quota: ['permanent', 'The quota at the model provider is used up. The operator has to raise it.'],
  own_key_refused: [
    'permanent',
    'The model provider did not accept your own key for it. Store another one, or delete it.',
  ],
  too_long: [
    'permanent',
    'The conversation or its answer is too long for the model. Shorten it, or start a new session.',
  ],
} as const satisfies Record<string, readonly ['temporary' | 'permanent', string]>;

export type ModelErrorReason = keyof typeof OUTCOMES;

type Details = {
  cause?: unknown;
  retryAfter?: number | undefined;
  detail?: string;
  code?: string | number | undefined;
  sparesUpstream?: boolean;
  providerMessage?: string | undefined;
};

/** What a provider says of these is about the request: nothing else tells the person what to change in it. */
const ABOUT_THE_REQUEST: readonly ModelErrorReason[] = ['refused', 'unknown_model', 'too_long'];

/** What a provider said of a failure. Its words may quote the prompt, so logs have none of them. */
export class ProviderSaid extends Error {
  override readonly name = 'ProviderSaid';
}

/** The provider's own words, which may quote the prompt, are for the person whose prompt it is; `cause` is for operators. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly kind: 'temporary' | 'permanent';
  readonly reason: ModelErrorReason;
  /** Safe for the client. */
  readonly detail: string;
  /** What the provider says of the request, without addresses and keys. */
  readonly providerMessage: string | undefined;
  /** In seconds, if the provider asked to wait. */
  readonly retryAfter: number | undefined;
  /** The provider's own word for it, where it has one. */
  readonly code: string | number | undefined;
  /** Whatever the reason, this failure says nothing about whether the upstream works. */
  readonly sparesUpstream: boolean;

  /** `detail` replaces the usual text for the reason. */
  constructor(reason: ModelErrorReason, details: Details = {}) {
    const { cause, retryAfter, detail, code, sparesUpstream = false, providerMessage } = details;
    const [kind, text] = OUTCOMES[reason];
    super(detail ?? text, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.reason = reason;
    this.detail = this.message;
    this.retryAfter = retryAfter;
    this.code = code;
    this.sparesUpstream = sparesUpstream;
    this.providerMessage = ABOUT_THE_REQUEST.includes(reason) ? providerMessage : undefined;
  }

  /** What a log may hold of it: whose fault it was and of which kind, and nothing that anybody said. */
  forLog(): Record<string, unknown> {
    const { name, reason, message, code, cause } = this;
    const isNameable = /^[\w.-]{1,64}$/.test(String(code));
    return {
      name,
      reason,
      message,
      ...(isNameable && { code }),
      ...(cause instanceof Error && { cause: causeKind(cause) }),
    };
  }

  /** For whom the agent, and so all of the prompt, belongs to. */
  get ownersDetail(): string {
    return this.providerMessage === undefined
      ? this.detail
      : `${this.detail} The provider says: ${this.providerMessage}`;
  }
}

/** The text of a plain error is ours or the system's. Any other kind may quote what was read. */
const causeKind = ({ name, message }: Error): string => (name === 'Error' ? message : name);
