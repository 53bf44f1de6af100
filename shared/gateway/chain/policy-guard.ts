import { log } from '../../observability/log.ts';
import { failureSite } from '../records/failure-site.ts';
import type { Phase, Trace } from '../records/trace.ts';
import { type Awaitable, isPromise } from './awaitable.ts';
import { PolicyFailed, PolicyRefused } from './errors.ts';
import type { Policy } from './policy.ts';
import { withTimeout } from './timeout.ts';

/** Runs a policy's hooks under its time-out and, when one of them fails, in its failure mode. */
export class PolicyGuard {
  readonly #policy: Policy;
  readonly #trace: Trace;
  readonly #signal: AbortSignal | undefined;
  phase: Phase = 'request';
  /** It failed, and the call goes on without it. */
  isLeftOut = false;

  constructor(policy: Policy, trace: Trace, signal: AbortSignal | undefined) {
    this.#policy = policy;
    this.#trace = trace;
    this.#signal = signal;
  }

  /** The result of `work`; `without` gives what stands in for it when the policy is left out, and throws if nothing can. */
  run<T>(work: () => Awaitable<T>, without: () => T): Awaitable<T> {
    try {
      const result = withTimeout(this.#policy.timeout, this.#signal, work);
      return isPromise(result) ? result.catch((error: unknown) => this.#failed(error, without)) : result;
    } catch (error) {
      return this.#failed(error, without);
    }
  }

  /** A policy that cannot tidy up has done its work all the same. */
  async close(close: () => Awaitable<void>): Promise<void> {
    try {
      await withTimeout(this.#policy.timeout, undefined, close);
    } catch (error) {
      log.error('policy close failed', { policy: this.#policy.name, ...failureSite(error) });
    }
  }

  /** Throws when the call cannot go on. */
  #failed<T>(error: unknown, without: () => T): T {
    this.#signal?.throwIfAborted();
    const { name, kind, failure } = this.#policy;
    const decision = { policy: name, kind, phase: this.phase };
    if (error instanceof PolicyRefused) {
      this.#trace.decide({ ...decision, action: 'refused' });
      throw error;
    }
    log.warn('policy failed', { policy: name, failure, ...failureSite(error) });
    this.isLeftOut = true;
    const substitute = failure === 'open' ? this.#substitute(without) : undefined;
    this.#trace.decide({ ...decision, action: substitute ? 'left_out' : 'failed' });
    if (!substitute) throw new PolicyFailed(name, error);
    return substitute.value;
  }

  #substitute<T>(without: () => T): { value: T } | undefined {
    try {
      return { value: without() };
    } catch (error) {
      log.warn('policy cannot be left out', { policy: this.#policy.name, ...failureSite(error) });
      return undefined;
    }
  }
}
