import { ModelError } from '../call/model-error.ts';

/** The caller's signal joined with a time-out, which `met` calls off. */
export class Deadline {
  readonly signal: AbortSignal;
  readonly #caller: AbortSignal | undefined;
  readonly #timeout = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(milliseconds: number, caller?: AbortSignal) {
    this.#caller = caller;
    this.#timer = setTimeout(() => this.#timeout.abort(new ModelError('timeout')), milliseconds);
    this.signal = caller ? AbortSignal.any([caller, this.#timeout.signal]) : this.#timeout.signal;
  }

  met(): void {
    clearTimeout(this.#timer);
  }

  /** Throws the caller's reason, or the time-out: what the connection reports of either is only that it was aborted. */
  throwIfOver(): void {
    this.#caller?.throwIfAborted();
    this.#timeout.signal.throwIfAborted();
  }
}
