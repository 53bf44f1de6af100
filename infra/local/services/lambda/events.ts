import { InvokeDenied } from '../iam/permissions.ts';
import { FunctionNotFound, type Invoker, Throttled } from './invoker.ts';

/** What becomes of an event no attempt could deliver: `undefined` leaves it at the log line. */
export type OnFailure = (functionName: string, event: unknown, error: Error) => void;

export type EventOptions = {
  invoker: Invoker;
  log: (functionName: string, text: string) => void;
  /** Retries of a function, 2 unless the template says otherwise. */
  retriesOf?: (functionName: string) => number;
  onFailure?: OnFailure;
  /** Milliseconds before the n-th retry. AWS waits one minute, then two; here a person is waiting. */
  delayOf?: (attempt: number) => number;
};

/** How often a throttled event comes again before it is given up: AWS tries for six hours, this for some minutes. */
const THROTTLED_ATTEMPTS = 100;

/** Asynchronous invocations (`InvocationType: Event`): accepted at once, tried again when the function fails. */
export class AsynchronousEvents {
  readonly #options: Required<EventOptions>;
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;

  constructor({
    retriesOf = () => 2,
    onFailure = () => undefined,
    delayOf = (attempt) => attempt * 1000,
    ...rest
  }: EventOptions) {
    this.#options = { retriesOf, onFailure, delayOf, ...rest };
  }

  send(functionName: string, event: unknown): void {
    void this.#attempt(functionName, event, { failures: 0, throttles: 0 });
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  async #attempt(functionName: string, event: unknown, before: { failures: number; throttles: number }): Promise<void> {
    const { invoker, log, retriesOf, onFailure, delayOf } = this.#options;
    try {
      await invoker.invoke(functionName, event);
    } catch (thrown) {
      if (this.#stopped) return;
      const error = thrown as Error;
      const throttled = error instanceof Throttled;
      const now = {
        failures: before.failures + (throttled ? 0 : 1),
        throttles: before.throttles + (throttled ? 1 : 0),
      };
      const hopeless = error instanceof FunctionNotFound || error instanceof InvokeDenied;
      if (hopeless || now.failures > retriesOf(functionName) || now.throttles > THROTTLED_ATTEMPTS) {
        log(functionName, `asynchronous event given up after ${now.failures} attempts: ${error.message}\n`);
        return onFailure(functionName, event, error);
      }
      this.#later(delayOf(throttled ? 1 : now.failures), () => void this.#attempt(functionName, event, now));
    }
  }

  #later(delay: number, action: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      action();
    }, delay);
    this.#timers.add(timer.unref());
  }
}
