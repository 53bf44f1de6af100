/** The gateway's own answers, by the name a GatewayResponse of the template may redefine them under. */
export const FAILURES = {
  BAD_REQUEST: { type: 'DEFAULT_4XX', statusCode: 400, message: 'Bad Request', error: 'BadRequestException' },
  MISSING_AUTHENTICATION_TOKEN: {
    type: 'MISSING_AUTHENTICATION_TOKEN',
    statusCode: 403,
    message: 'Missing Authentication Token',
    error: 'MissingAuthenticationTokenException',
  },
  REQUEST_TOO_LARGE: {
    type: 'REQUEST_TOO_LARGE',
    statusCode: 413,
    message: 'HTTP content length exceeded 10485760 bytes.',
    error: 'RequestTooLargeException',
  },
  /**
   * Lambda would not start the function: throttled, or the gateway has no permission. 500, not 429: "if the Lambda API
   * rejects the invocation request, API Gateway returns a 500 error code" (Lambda developer guide, error handling with
   * an API Gateway API). A GatewayResponse for INTEGRATION_FAILURE may choose another code.
   */
  INTEGRATION_FAILURE: {
    type: 'INTEGRATION_FAILURE',
    statusCode: 500,
    message: 'Internal server error',
    error: 'InternalServerErrorException',
  },
  INTEGRATION_TIMEOUT: {
    type: 'INTEGRATION_TIMEOUT',
    statusCode: 504,
    message: 'Endpoint request timed out',
    error: 'InternalServerErrorException',
  },
  /** The function threw, ran out of time, or returned what is no proxy response. */
  MALFORMED_RESPONSE: {
    type: 'DEFAULT_5XX',
    statusCode: 502,
    message: 'Internal server error',
    error: 'InternalServerErrorException',
  },
} as const;

export type FailureKind = keyof typeof FAILURES;

/** The gateway answers by itself instead of the function. `message` is for the log; the client reads `FAILURES`. */
export class GatewayFailure extends Error {
  override readonly name = 'GatewayFailure';
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** Errors of the runtime that mean Lambda did not start the function; any other means that it ran and failed. */
const NOT_STARTED = new Set(['Throttled', 'FunctionNotFound', 'InvokeDenied']);

/** The answer to a request whose function was not started, or failed. */
export function failureOfInvocation(cause: unknown): GatewayFailure {
  const { name = '', message = String(cause) } = cause as Partial<Error>;
  const kind = NOT_STARTED.has(name) ? 'INTEGRATION_FAILURE' : 'MALFORMED_RESPONSE';
  return new GatewayFailure(kind, `${name}: ${message}`, { cause });
}
