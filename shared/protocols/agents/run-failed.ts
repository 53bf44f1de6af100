/** An agent's run ended without an answer. `code` is the run's `error_code`, the message its `detail`. */
export class RunFailed extends Error {
  override readonly name = 'RunFailed';
  readonly code: string;

  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}
