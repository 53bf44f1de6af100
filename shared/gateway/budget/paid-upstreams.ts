import type { ProjectScope } from '../../core/scope.ts';
import type { Reservation, ReservationRequest, Spending, Tier } from '../../limits/index.ts';
import { log } from '../../observability/log.ts';
import type { Batch } from '../call/batches.ts';
import type { ModelCall } from '../call/model-call.ts';
import { ownSettings } from '../own-keys/own-settings.ts';
import type { EmbedCall, Embeddings } from '../providers/embed.ts';
import { defaultEmbeddingModel, defaultModel, type Timeouts } from '../settings/provider.ts';
import type { ProviderSettings } from '../settings/upstreams.ts';
import { modelsFor } from '../upstreams/candidates.ts';
import { Upstreams } from '../upstreams/failover.ts';
import { allowedModels, checkSize, estimateOf, estimateOfTexts, pricedModels } from './estimate.ts';
import { type Ledger, tableLedger } from './ledger.ts';
import { Meter } from './meter.ts';
import { type Payer, theDeployment, theUser } from './payer.ts';

/**
 * The providers, within what a user may spend: the most a call can cost is reserved before anything is sent, and what it did
 * cost is settled before its last event goes out, or when it breaks off.
 */
export class PaidUpstreams {
  readonly #ledger: Ledger;
  readonly #upstreams: Upstreams;
  readonly #ownSettings: typeof ownSettings;

  constructor(ledger: Ledger = tableLedger, upstreams = new Upstreams(), own = ownSettings) {
    this.#ledger = ledger;
    this.#upstreams = upstreams;
    this.#ownSettings = own;
  }

  /** Throws where the caller may not ask the model now, whatever it costs and whoever pays. */
  async admit({ scope, model: named }: Pick<ModelCall, 'scope' | 'model'>, settings: ProviderSettings): Promise<void> {
    const model = named ?? defaultModel(settings);
    allowedModels(modelsFor(settings, model), await this.#ledger.tier(scope.user), () => defaultModel(settings));
  }

  async *chat(asked: ModelCall, settings: ProviderSettings, timeouts: Timeouts): AsyncGenerator<Batch> {
    const call = { ...asked, model: asked.model ?? defaultModel(settings) };
    const { tier, models, payer } = await this.#admitted(call, settings, {
      models: modelsFor(settings, call.model),
      own: () => defaultModel(settings),
      service: 'chat',
    });
    checkSize(call, tier);
    const { amount: most, prompt, answerTokens } = estimateOf(call, models, tier);
    const amount = payer.part(most);
    const wish = { ...aboutCall(call), ...payer.mark, amount, prompt: payer.part(prompt) };
    const ledger = call.tab ?? this.#ledger;
    const reservation = await ledger.reserve(call.scope, tier, wish);
    const meter = new Meter(call.model, prompt);
    // Where tokens cost money, only a length that the provider is told not to exceed can be relied on.
    const bounded = { ...call, ...((amount.money > 0 || call.maxTokens !== undefined) && { maxTokens: answerTokens }) };
    let settled = false;
    let sent = false;
    let failure: unknown;
    try {
      call.signal?.throwIfAborted();
      sent = true;
      for await (const events of this.#upstreams.chat(bounded, models, payer.settings, timeouts)) {
        for (const event of events) meter.take(event);
        const last = events.at(-1);
        if (last?.kind === 'end') {
          settled = true;
          await recorded(ledger, reservation, payer.share(meter.answered(last.usage, last.model)));
        }
        yield events;
      }
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      if (!settled) await recorded(ledger, reservation, payer.share(sent ? meter.broken(failure) : meter.unsent()));
    }
  }

  async embed(asked: EmbedCall, settings: ProviderSettings, timeouts: Timeouts): Promise<Embeddings> {
    const call = { ...asked, model: asked.model ?? defaultEmbeddingModel(settings) };
    const { tier, payer } = await this.#admitted(call, settings, {
      models: [call.model],
      own: () => defaultEmbeddingModel(settings),
      service: 'embeddings',
    });
    const estimate = estimateOfTexts(call.texts, call.model);
    const amount = payer.part(estimate);
    const wish = { ...aboutCall({ ...call, purpose: 'embedding' }), ...payer.mark, amount, prompt: amount };
    const ledger = call.tab ?? this.#ledger;
    const reservation = await ledger.reserve(call.scope, tier, wish);
    const meter = new Meter(call.model, estimate);
    let spending: Spending | undefined;
    try {
      const answer = await this.#upstreams.embed(call, call.model, payer.settings, timeouts);
      spending = meter.answered({ ...answer.usage, completionTokens: 0 }, answer.model);
      return answer;
    } catch (error) {
      spending = meter.broken(error);
      throw error;
    } finally {
      if (spending) await recorded(ledger, reservation, payer.share(spending));
    }
  }

  /** The caller's tier, the models it allows, and who pays. `own`: the deployment's model, which everybody may use. */
  async #admitted(
    { scope: { user }, signal }: { scope: ProjectScope; signal?: AbortSignal },
    settings: ProviderSettings,
    { models: named, own, service }: { models: string[]; own: () => string; service: 'chat' | 'embeddings' },
  ): Promise<{ tier: Tier; models: string[]; payer: Payer }> {
    signal?.throwIfAborted();
    const tier = await this.#ledger.tier(user);
    const models = allowedModels(named, tier, own);
    const [model = ''] = models;
    const ownKeys = tier.ownProviderKeys ? await this.#ownSettings(user, settings, { model, service }) : undefined;
    if (ownKeys) return { tier, models, payer: theUser(ownKeys) };
    return { tier, models: pricedModels(models, tier), payer: theDeployment(settings) };
  }
}

/** A failure here does not take back an answer that was given: the sweeper settles the reservation instead. */
const recorded = (ledger: Pick<Ledger, 'settle'>, reservation: Reservation, spending: Spending): Promise<void> =>
  ledger.settle(reservation, spending).catch((error: Error) =>
    // Its prompt is charged when the reservation expires.
    log.error('settling a model call failed', { error, charge: reservation.open.charge }),
  );

const aboutCall = ({
  key,
  model,
  purpose,
  agent,
  session,
}: Pick<ModelCall, 'key' | 'purpose' | 'agent' | 'session'> & { model: string }): Omit<
  ReservationRequest,
  'amount' | 'prompt'
> => ({
  model,
  purpose,
  ...(key !== undefined && { key }),
  ...(agent !== undefined && { agent }),
  ...(session !== undefined && { session }),
});
