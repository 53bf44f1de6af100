export type InvokeResult =
  | { kind: 'payload'; payload: unknown }
  | {
      kind: 'stream';
      statusCode: number;
      headers: Record<string, string>;
      cookies: string[];
      body: AsyncIterable<Uint8Array>;
    };

/** Runs a function and gives what it returned. Rejects with FunctionError, Throttled, TimedOut or FunctionNotFound. */
export type Invoker = {
  invoke(functionName: string, event: unknown, options?: InvokeOptions): Promise<InvokeResult>;
};

export type InvokeOptions = { stream?: boolean; signal?: AbortSignal };

/** The function threw, or its thread died: what Lambda reports as `FunctionError: Unhandled`. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError';
  readonly errorType: string;
  readonly stackTrace: string[];

  constructor(errorType: string, message: string, stackTrace: string[] = []) {
    super(message);
    this.errorType = errorType;
    this.stackTrace = stackTrace;
  }
}

/** Reserved concurrency is used up: what Lambda answers with 429 TooManyRequestsException. */
export class Throttled extends Error {
  override readonly name = 'Throttled';

  constructor(functionName: string) {
    super(`Rate Exceeded: ${functionName} is at its reserved concurrency`);
  }
}

/** The function ran past its time-out and its thread was ended. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';

  constructor(functionName: string, seconds: number) {
    super(`${functionName} timed out after ${seconds.toFixed(2)} seconds`);
  }
}

export class FunctionNotFound extends Error {
  override readonly name = 'FunctionNotFound';

  constructor(functionName: string) {
    super(`Function not found: ${functionName}`);
  }
}
