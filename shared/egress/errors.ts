type Details = { cause?: unknown; sent?: boolean };

/**
 * Why an outgoing request failed. `message` may be read by a model and a person, so it reveals no internals. What an
 * operator needs is in `cause`.
 */
export abstract class EgressError extends Error {
  /** Written out: minified code keeps no names of classes, and this one ends up in logs. */
  abstract override readonly name: string;
  /** Whether the same request may succeed later. */
  abstract readonly temporary: boolean;
  /** Whether the server may have got the request, and done what it asks for. */
  readonly sent: boolean;

  constructor(message: string, { cause, sent = true }: Details = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.sent = sent;
  }
}

/** The request is not allowed; repeating it changes nothing. */
export class EgressDenied extends EgressError {
  override readonly name = 'EgressDenied';
  readonly temporary = false;

  constructor(message: string, { sent = false }: Details = {}) {
    super(message, { sent });
  }
}

/** The host could not be connected to, or the connection broke. */
export class EgressUnreachable extends EgressError {
  override readonly name = 'EgressUnreachable';
  readonly temporary = true;
}

export class EgressTimedOut extends EgressError {
  override readonly name = 'EgressTimedOut';
  readonly temporary = true;
}

export class EgressTooLarge extends EgressError {
  override readonly name = 'EgressTooLarge';
  readonly temporary = false;
}
