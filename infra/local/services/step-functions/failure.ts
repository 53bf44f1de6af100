/** An error by the names of the states language: what Retry and Catch compare, and what an execution fails with. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure';
  readonly error: string;

  constructor(error: string, cause: string) {
    super(cause);
    this.error = error;
  }

  /** What a catcher puts into the data. */
  get output(): { Error: string; Cause: string } {
    return { Error: this.error, Cause: this.message };
  }

  /** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
  isAmong(names: readonly string[]): boolean {
    if (this.error === 'States.Runtime') return false;
    return names.some((name) => {
      if (name === this.error) return true;
      if (name === 'States.ALL') return this.error !== 'States.DataLimitExceeded';
      if (name === 'States.Timeout') return this.error === 'States.HeartbeatTimeout';
      const timedOut = this.error === 'States.Timeout' || this.error === 'States.HeartbeatTimeout';
      return name === 'States.TaskFailed' && !timedOut && this.error !== 'States.DataLimitExceeded';
    });
  }
}

/** The machine's own mistake: it ends the execution, whatever it catches. */
export function runtimeFailure(cause: string): StateFailure {
  return new StateFailure('States.Runtime', cause);
}
