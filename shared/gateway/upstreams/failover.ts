import type { Batch } from '../call/batches.ts';
import type { ModelCall } from '../call/model-call.ts';
import { ModelError } from '../call/model-error.ts';
import { aboutOwnKey } from '../own-keys/refusal.ts';
import { streamChat } from '../providers/chat.ts';
import type { EmbedCall, Embeddings } from '../providers/embed.ts';
import { embedAll } from '../providers/openai/embed.ts';
import type { Timeouts } from '../settings/provider.ts';
import type { ProviderSettings } from '../settings/upstreams.ts';
import type { HealthVerdict, ReportVerdict } from './breaker.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { observeLatency } from './observe-latency.ts';
import { failureToFailOver, mostUsefulFailure, verdictOn } from './outcomes.ts';
import { type Service, UpstreamStates } from './states.ts';
import { adaptiveTimeouts, configuredTimeouts } from './timeouts.ts';
import { unsupportedByChat, unsupportedByEmbeddings } from './unsupported.ts';

/** Asks one upstream after another until one answers, and remembers how each of them does. */
export class Upstreams {
  readonly #states: UpstreamStates;

  constructor(states = new UpstreamStates()) {
    this.#states = states;
  }

  /**
   * The answer of the first upstream that gives one. Once a part of an answer is out, no other upstream can take over: a
   * failure then ends the call.
   */
  async *chat(
    call: ModelCall,
    models: string[],
    settings: ProviderSettings,
    timeouts: Timeouts,
  ): AsyncGenerator<Batch> {
    const failures: ModelError[] = [];
    for (const candidate of candidatesFor(settings, models)) {
      const { upstream, model } = candidate;
      const report = this.#admit(candidate, 'chat', failures, unsupportedByChat(call, upstream));
      if (!report) continue;
      const latency = this.#states.latency(upstream, model);
      let hasBegun = false;
      let verdict: HealthVerdict = 'unknown';
      try {
        const answer = streamChat({ ...call, model }, upstream, adaptiveTimeouts(candidate, timeouts, latency));
        for await (const events of observeLatency(answer, latency)) {
          hasBegun = true;
          if (events.at(-1)?.kind === 'end') verdict = 'healthy';
          yield events;
        }
        return;
      } catch (thrown) {
        const error = aboutOwnKey(thrown, upstream);
        if (verdict !== 'healthy') verdict = verdictOn(error);
        if (hasBegun) throw error;
        failures.push(failureToFailOver(error));
      } finally {
        report(verdict);
      }
    }
    throw mostUsefulFailure(failures);
  }

  /** Vectors of one model mean nothing to another, so only upstreams with this very model are asked. */
  async embed(call: EmbedCall, model: string, settings: ProviderSettings, timeouts: Timeouts): Promise<Embeddings> {
    const failures: ModelError[] = [];
    for (const candidate of candidatesFor(settings, [model])) {
      const { upstream } = candidate;
      const report = this.#admit(candidate, 'embeddings', failures, unsupportedByEmbeddings(upstream));
      if (!report) continue;
      let verdict: HealthVerdict = 'unknown';
      try {
        const answer = await embedAll({ ...call, model }, upstream, configuredTimeouts(candidate, timeouts));
        verdict = 'healthy';
        return answer;
      } catch (thrown) {
        const error = aboutOwnKey(thrown, upstream);
        verdict = verdictOn(error);
        failures.push(failureToFailOver(error));
      } finally {
        report(verdict);
      }
    }
    throw mostUsefulFailure(failures);
  }

  /** How to report what became of the call; nothing, and one more failure, when this upstream is not to be asked. */
  #admit(
    { upstream, model }: Candidate,
    service: Service,
    failures: ModelError[],
    unsupported: ModelError | undefined,
  ): ReportVerdict | undefined {
    if (unsupported) {
      failures.push(unsupported);
      return undefined;
    }
    const admission = this.#states.breaker(upstream, service, model).admit();
    if (admission.admitted) return admission.reportVerdict;
    failures.push(new ModelError('unavailable', { retryAfter: Math.ceil(admission.wait / 1_000) }));
    return undefined;
  }
}
