import { AsyncLocalStorage } from 'node:async_hooks';

/** A container, as far as time and calls are concerned: when it dies, what it waits for never happens. */
export type Owner = { readonly name: string };

/** On whose behalf a call is made. */
export type Caller = { number: number; role: string; owner: string | undefined };

/** A call that has left its container and is not yet answered. */
export type Call = {
  service: string;
  operation: string;
  input: unknown;
  container: Owner;
  invocation: Caller | undefined;
  /** Which write of the protocols it is, where that is counted. */
  site?: string | undefined;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
  /** The step of the simulation before which it is not carried out; unset until its turn has come once. */
  heldUntil?: number;
};

type Timer = { at: number; number: number; every: number | undefined; run(): void; owner: Owner | undefined };

/** Everything that has not happened yet, and what time it is. Time stands still while code runs. */
export class Schedule {
  now: number;
  readonly calls: Call[] = [];
  #timers: Timer[] = [];
  #numbers = 0;

  constructor(now: number) {
    this.now = now;
  }

  call(call: Call): void {
    this.calls.push(call);
  }

  take(call: Call): void {
    this.calls.splice(this.calls.indexOf(call), 1);
  }

  /** `owner`: when that container dies, the timer does too. */
  after(ms: number, run: () => void, { every = false, owner }: { every?: boolean; owner?: Owner } = {}): object {
    const delay = Math.max(1, Number.isFinite(ms) ? Math.ceil(ms) : 1);
    this.#numbers += 1;
    const timer = {
      at: this.now + delay,
      number: this.#numbers,
      every: every ? delay : undefined,
      run: AsyncLocalStorage.bind(run),
      owner,
      unref: () => timer,
      ref: () => timer,
      [Symbol.toPrimitive]: () => timer.number,
    };
    this.#timers.push(timer);
    return timer;
  }

  cancel(timer: unknown): void {
    if (timer === undefined || timer === null) return;
    this.#timers = this.#timers.filter((one) => one !== timer);
  }

  /** Nothing of a dead container happens any more. */
  forget(container: Owner): void {
    this.#timers = this.#timers.filter(({ owner }) => owner !== container);
    for (const call of this.calls.filter((one) => one.container === container)) this.take(call);
  }

  nextTimer(): number | undefined {
    return this.#first()?.at;
  }

  /** Runs the timer that is due first, if one is. */
  fire(): boolean {
    const timer = this.#first();
    if (!timer || timer.at > this.now) return false;
    if (timer.every === undefined) this.cancel(timer);
    else timer.at += timer.every;
    timer.run();
    return true;
  }

  #first(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) {
      if (!first || timer.at < first.at || (timer.at === first.at && timer.number < first.number)) first = timer;
    }
    return first;
  }
}
