import type { ProjectScope } from '../../core/scope.ts';
import type { Reservation, ReservationRequest, Spending, Tier } from '../../limits/index.ts';
import { log } from '../../observability/log.ts';
import type { ModelCall, ModelEvent } from '../call/model-call.ts';
import type { EmbedCall, Embeddings } from '../providers/embed.ts';
import { defaultEmbeddingModel, defaultModel, type Timeouts } from '../settings/provider.ts';
import type { ProviderSettings } from '../settings/upstreams.ts';
import { modelsFor } from '../upstreams/candidates.ts';
import { Upstreams } from '../upstreams/failover.ts';
import { allowedModels, checkSize, estimateOf, estimateOfTexts } from './estimate.ts';
import { type Ledger, tableLedger } from './ledger.ts';
import { Meter } from './meter.ts';

/**
 * The providers, within what a user may spend: the most a call can cost is reserved before anything is sent, and what it did
 * cost is settled before its last event goes out, or when it breaks off.
 */
export class PaidUpstreams {
  readonly #ledger: Ledger;
  readonly #upstreams: Upstreams;

  constructor(ledger: Ledger = tableLedger, upstreams = new Upstreams()) {
    this.#ledger = ledger;
    this.#upstreams = upstreams;
  }

  async *chat(asked: ModelCall, settings: ProviderSettings, timeouts: Timeouts): AsyncGenerator<ModelEvent> {
    const call = { ...asked, model: asked.model ?? defaultModel(settings) };
    const { tier, models } = await this.#admitted(call, modelsFor(settings, call.model), () => defaultModel(settings));
    checkSize(call, tier);
    const { amount, prompt, answerTokens } = estimateOf(call, models, tier);
    const reservation = await this.#ledger.reserve(call.scope, tier, { ...aboutCall(call), amount, prompt });
    const meter = new Meter(call.model, prompt);
    // Where tokens cost money, only a length that the provider is told not to exceed can be relied on.
    const bounded = { ...call, ...((amount.money > 0 || call.maxTokens !== undefined) && { maxTokens: answerTokens }) };
    let settled = false;
    let sent = false;
    let failure: unknown;
    try {
      call.signal?.throwIfAborted();
      sent = true;
      for await (const event of this.#upstreams.chat(bounded, models, settings, timeouts)) {
        meter.take(event);
        if (event.kind === 'end') {
          settled = true;
          await this.#settle(reservation, meter.answered(event.usage, event.model));
        }
        yield event;
      }
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      if (!settled) await this.#settle(reservation, sent ? meter.broken(failure) : meter.unsent());
    }
  }

  async embed(asked: EmbedCall, settings: ProviderSettings, timeouts: Timeouts): Promise<Embeddings> {
    const call = { ...asked, model: asked.model ?? defaultEmbeddingModel(settings) };
    const { tier } = await this.#admitted(call, [call.model], () => defaultEmbeddingModel(settings));
    const amount = estimateOfTexts(call.texts, call.model);
    const wish = { amount, prompt: amount, model: call.model, purpose: 'embedding' };
    const reservation = await this.#ledger.reserve(call.scope, tier, wish);
    const meter = new Meter(call.model, amount);
    let spending: Spending | undefined;
    try {
      const answer = await this.#upstreams.embed(call, call.model, settings, timeouts);
      spending = meter.answered({ ...answer.usage, completionTokens: 0 }, answer.model);
      return answer;
    } catch (error) {
      spending = meter.broken(error);
      throw error;
    } finally {
      if (spending) await this.#settle(reservation, spending);
    }
  }

  /** The caller's tier, and the models it allows. `own`: the deployment's model, which everybody may use. */
  async #admitted(
    { scope, signal }: { scope: ProjectScope; signal?: AbortSignal },
    models: string[],
    own: () => string,
  ): Promise<{ tier: Tier; models: string[] }> {
    signal?.throwIfAborted();
    const tier = await this.#ledger.tier(scope.user);
    return { tier, models: allowedModels(models, tier, own) };
  }

  /** A failure here does not take back an answer that was given: the sweeper settles the reservation instead. */
  async #settle(reservation: Reservation, spending: Spending): Promise<void> {
    await this.#ledger.settle(reservation, spending).catch((error: Error) =>
      // Its prompt is charged when the reservation expires.
      log.error('settling a model call failed', {
        error,
        charge: reservation.open.charge,
      }),
    );
  }
}

const aboutCall = ({
  key,
  model,
  purpose,
  agent,
  session,
}: ModelCall & { model: string }): Omit<ReservationRequest, 'amount' | 'prompt'> => ({
  model,
  purpose,
  ...(key !== undefined && { key }),
  ...(agent !== undefined && { agent }),
  ...(session !== undefined && { session }),
});
