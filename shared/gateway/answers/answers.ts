import type { Cache } from '../../cache/index.ts';
import type { Batch } from '../call/batches.ts';
import type { ModelCall, ModelEvent } from '../call/model-call.ts';
import type { SettingOf } from '../policies/settings.ts';
import { digestOf } from './digest.ts';
import { eventsOf, type KeptAnswer, keptAnswerSchema, keptOf } from './kept.ts';

type Ask = (call: ModelCall) => AsyncGenerator<Batch>;
type Setting = Pick<SettingOf<'answers'>, 'calls' | 'keep_seconds'>;

/** How long others wait for an answer that somebody is getting, before one of them asks too. */
const LEASE_SECONDS = 120;

/**
 * Asks a model, or gives the answer that the same request of the same user in the same project got before. The request is
 * what is left of it after the policies, and the answer goes through them again.
 *
 * Of several who ask the same at the same time, in whatever container, one asks the model and gets its answer as it comes;
 * the others get the whole of it when it has come. If it breaks off, or may not be kept, each of them asks for itself.
 */
export const keptAnswers = (cache: Cache, { calls, keep_seconds }: Setting, ask: Ask): Ask =>
  async function* (call) {
    if (!isRepeatable(call, calls)) return yield* ask(call);
    const begun = Promise.withResolvers<true>();
    const whole = Promise.withResolvers<KeptAnswer>();
    const keep = {
      schema: keptAnswerSchema,
      ttl_s: keep_seconds,
      immutable: true,
      early_refresh: 0,
      lease_s: LEASE_SECONDS,
    };
    const getting = cache.getOrLoad(call.scope, `answer ${keep_seconds} ${digestOf(call)}`, keep, () => {
      begun.resolve(true);
      return whole.promise;
    });
    // Whoever asks the model learns of its failure there; all others ask for themselves.
    const got = getting.catch(() => undefined);
    const asksModel = await Promise.race([begun.promise, got.then(() => false)]);
    if (asksModel) return yield* asking(ask(call), { whole, kept: got });
    const answer = await got;
    if (!answer) return yield* ask(call);
    call.onKept?.();
    yield eventsOf(answer);
  };

/** A model that is left no choice gives the same answer again. Tools act, so a call that offers any is made each time. */
const isRepeatable = ({ tools = [], temperature, messages }: ModelCall, calls: Setting['calls']): boolean =>
  tools.length === 0 && messages.every(({ role }) => role !== 'tool') && (calls === 'all' || temperature === 0);

type Asking = { whole: PromiseWithResolvers<KeptAnswer>; kept: Promise<unknown> };

/** The answer as it comes. It is kept before its end goes out: after that a container may stand still. */
async function* asking(batches: AsyncGenerator<Batch>, { whole, kept }: Asking): AsyncGenerator<Batch> {
  const events: ModelEvent[] = [];
  try {
    for await (const batch of batches) {
      events.push(...batch);
      if (batch.at(-1)?.kind === 'end') {
        const answer = keptOf(events);
        if (answer) whole.resolve(answer);
        else whole.reject(new NotKept('An answer that may not be given again.'));
        await kept;
      }
      yield batch;
    }
  } finally {
    // Nothing, if it has ended.
    whole.reject(new NotKept('An answer that broke off, or that nobody waited for.'));
  }
}

class NotKept extends Error {
  override readonly name = 'NotKept';
}
