import { ModelError } from '../call/model-error.ts';

/** The caller's signal joined with a time-out that `met` calls off. `reason` is what ended the wait, if anything did. */
export class Deadline {
  readonly signal: AbortSignal;
  readonly #caller: AbortSignal | undefined;
  readonly #late = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(milliseconds: number, caller?: AbortSignal) {
    this.#caller = caller;
    this.#timer = setTimeout(() => this.#late.abort(new ModelError('timeout')), milliseconds);
    this.signal = caller ? AbortSignal.any([caller, this.#late.signal]) : this.#late.signal;
  }

  met(): void {
    clearTimeout(this.#timer);
  }

  /** Throws the caller's reason, or the time-out: a client library reports both only as "aborted", or not at all. */
  throwIfOver(): void {
    this.#caller?.throwIfAborted();
    this.#late.signal.throwIfAborted();
  }
}
