import type { Cache } from '../../cache/index.ts';
import type { Batch } from '../call/batches.ts';
import type { ContentPart } from '../call/content-parts.ts';
import type { ChatMessage, ModelCall, ModelEvent } from '../call/model-call.ts';
import type { SettingOf } from '../policies/settings.ts';
import { digestOf } from './digest.ts';
import { eventsOf, type KeptAnswer, keptAnswerSchema, keptOf } from './kept.ts';
import { type Embed, SimilarAnswers } from './similar/similar.ts';

type Ask = (call: ModelCall) => AsyncGenerator<Batch>;
type Setting = Pick<SettingOf<'answers'>, 'calls' | 'keep_seconds' | 'similar'>;
/**
 * What an answer is got with: the model, and what tells how near two requests are. `admit` throws where the person may not ask
 * this model, who then gets no answer of it that was kept either.
 */
type Asked = { ask: Ask; embed: Embed; admit: (call: ModelCall) => Promise<void> };

/** How long others wait for an answer that somebody is getting, before one of them asks too. */
const LEASE_SECONDS = 120;

/**
 * Asks a model, or gives the answer that the same request of the same user in the same project got before. The request is
 * what is left of it after the policies, and the answer goes through them again.
 *
 * Of several who ask the same at the same time, in whatever container, one asks the model and gets its answer as it comes;
 * the others get the whole of it when it has come. If it breaks off, or may not be kept, each of them asks for itself. Whoever
 * leaves meanwhile waits no longer.
 *
 * Where it is wished, a request that nobody made before gets the answer to one that asks for the same in other words. It is
 * not kept under the request's own key: that would make it last for longer than its own time.
 */
export const keptAnswers = (
  cache: Cache,
  { calls, keep_seconds, similar }: Setting,
  { ask, embed, admit }: Asked,
): Ask => {
  const near = similar && new SimilarAnswers({ cache, keep_seconds, embed, ...similar });
  return async function* (call) {
    if (!isRepeatable(call, calls)) return yield* ask(call);
    await admit(call);
    const begun = Promise.withResolvers<true>();
    const whole = Promise.withResolvers<KeptAnswer>();
    const keep = {
      schema: keptAnswerSchema,
      ttl_s: keep_seconds,
      immutable: true,
      early_refresh: 0,
      lease_s: LEASE_SECONDS,
    };
    const key = `answer ${keep_seconds} ${digestOf(call)}`;
    const like = near && !(await cache.get(call.scope, key, keep)) && (await near.find(call));
    if (like) {
      call.onKept?.('similar');
      return yield eventsOf(like);
    }
    const getting = cache.getOrLoad(call.scope, key, keep, () => {
      begun.resolve(true);
      return whole.promise;
    });
    // Whoever asks the model learns of its failure there; all others ask for themselves.
    const got = getting.catch(() => undefined);
    const known = Promise.race([begun.promise, got.then(() => false)]);
    const asksModel = await unlessGone(known, call.signal).catch((error: unknown) => {
      // Its turn to ask may still come: the next one's, then.
      whole.promise.catch(() => undefined);
      whole.reject(new NotKept('An answer that nobody waits for.'));
      throw error;
    });
    if (asksModel) {
      const kept = got.then((answer) => answer && near?.keep(call, answer));
      return yield* asking(ask(call), { whole, kept });
    }
    const answer = await got;
    if (!answer) return yield* ask(call);
    call.onKept?.('hit');
    yield eventsOf(answer);
  };
};

/**
 * A model that is left no choice gives the same answer again. Tools act, so a call that offers any is made each time, and so is
 * one with a picture or a document that lies elsewhere and may have changed.
 */
const isRepeatable = ({ tools = [], temperature, messages }: ModelCall, calls: Setting['calls']): boolean =>
  tools.length === 0 &&
  messages.every((message) => message.role !== 'tool' && isWhole(message)) &&
  (calls === 'all' || temperature === 0);

const isWhole = ({ content }: ChatMessage): boolean =>
  typeof content === 'string' || content.every((part) => urlOf(part)?.startsWith('data:') ?? true);

const urlOf = (part: ContentPart): string | undefined => {
  if (part.type === 'image') return part.url;
  return part.type === 'document' && 'url' in part.source ? part.source.url : undefined;
};

/** What is waited for, unless the caller leaves before. */
const unlessGone = async <T>(waited: Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
  const gone = Promise.withResolvers<never>();
  const leave = () => gone.reject(signal?.reason);
  if (signal?.aborted) leave();
  signal?.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([waited, gone.promise]);
  } finally {
    signal?.removeEventListener('abort', leave);
  }
};

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
