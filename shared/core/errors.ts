/** One field of the input that is wrong: `path` with dots, `message` for the person who corrects it. */
export type FieldError = { path: string; message: string };

type Details = { cause?: unknown; retryAfter?: number; errors?: FieldError[] };

/**
 * The closed set of outcomes a client can meet. `message` is written for the client and leaves the system as `detail`;
 * what an operator needs goes into `cause`, which never does.
 */
export abstract class ArtelError extends Error {
  /** Written out: minified code keeps no names of classes, and this one ends up in logs. */
  abstract override readonly name: string;
  abstract readonly status: number;
  abstract readonly code: string;
  /** Seconds, for the `Retry-After` header. */
  readonly retryAfter: number | undefined;
  readonly errors: FieldError[] | undefined;

  constructor(message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.retryAfter = details.retryAfter;
    this.errors = details.errors;
  }
}

export class BadRequest extends ArtelError {
  override readonly name = 'BadRequest';
  readonly status = 400;
  readonly code = 'bad_request';
}

export class Unauthorized extends ArtelError {
  override readonly name = 'Unauthorized';
  readonly status = 401;
  readonly code = 'unauthorized';
}

export class Forbidden extends ArtelError {
  override readonly name = 'Forbidden';
  readonly status = 403;
  readonly code = 'forbidden';
}

/** An API key without the scope that decides approvals would let more happen unasked. */
export class ApprovalsScopeRequired extends ArtelError {
  override readonly name = 'ApprovalsScopeRequired';
  readonly status = 403;
  readonly code = 'approvals_scope_required';
}

/** The password was right; the e-mail address has to be confirmed before anybody is signed in. */
export class ConfirmationRequired extends ArtelError {
  override readonly name = 'ConfirmationRequired';
  readonly status = 403;
  readonly code = 'confirmation_required';
}

/** Also the answer for anything that belongs to another user. */
export class NotFound extends ArtelError {
  override readonly name = 'NotFound';
  readonly status = 404;
  readonly code = 'not_found';
}

export class MethodNotAllowed extends ArtelError {
  override readonly name = 'MethodNotAllowed';
  readonly status = 405;
  readonly code = 'method_not_allowed';
}

export class Conflict extends ArtelError {
  override readonly name = 'Conflict';
  readonly status = 409;
  readonly code = 'conflict';
}

export class PayloadTooLarge extends ArtelError {
  override readonly name = 'PayloadTooLarge';
  readonly status = 413;
  readonly code = 'payload_too_large';
}

export class Unprocessable extends ArtelError {
  override readonly name = 'Unprocessable';
  readonly status = 422;
  readonly code = 'validation_failed';
}

/** Sign-in is locked for a while. */
export class Locked extends ArtelError {
  override readonly name = 'Locked';
  readonly status = 423;
  readonly code = 'locked';
}

export class TooManyRequests extends ArtelError {
  override readonly name = 'TooManyRequests';
  readonly status = 429;
  readonly code = 'too_many_requests';
}

/** A user's monthly quota is used up. */
export class QuotaExceeded extends ArtelError {
  override readonly name = 'QuotaExceeded';
  readonly status = 429;
  readonly code = 'quota_exceeded';
}

/** A dependency (model, vector store, secret) is not available at the moment. */
export class Unavailable extends ArtelError {
  override readonly name = 'Unavailable';
  readonly status = 503;
  readonly code = 'unavailable';
}

/** What a client gets for a failure that was not worded for clients: the cause stays in the log. */
export const INTERNAL_ERROR = { error_code: 'internal_error', detail: 'Something went wrong on our side.' } as const;

/** An invariant of the code was violated. Clients see a plain 500. */
export class Defect extends Error {
  override readonly name = 'Defect';
}
