type Details = { cause?: unknown; sent?: boolean };

/**
 * Why nothing came back from outside. `message` is a sentence that a model and a person may read: it says nothing of our
 * insides. What an operator needs is in `cause`.
 */
export abstract class OutsideError extends Error {
  /** Whether the same request may succeed later. */
  abstract readonly temporary: boolean;
  /** Whether the server may have got the request, and done what it asks for. */
  readonly sent: boolean;

  constructor(message: string, { cause, sent = true }: Details = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.sent = sent;
  }
}

/** The request is one that is not made, however often it is asked for. */
export class OutsideRefused extends OutsideError {
  readonly temporary = false;

  constructor(message: string, { sent = false }: Details = {}) {
    super(message, { sent });
  }
}

/** There is no connection to the host, or it broke. */
export class OutsideUnreachable extends OutsideError {
  readonly temporary = true;
}

export class OutsideTimedOut extends OutsideError {
  readonly temporary = true;
}

export class OutsideTooLarge extends OutsideError {
  readonly temporary = false;
}
