import * as z from 'zod';
import type { Cache, Keep } from '../../../cache/index.ts';
import { sha256 } from '../../../core/digest.ts';
import { log } from '../../../observability/log.ts';
import type { ChatMessage, ModelCall } from '../../call/model-call.ts';
import type { EmbedCall, Embeddings } from '../../providers/embed.ts';
import { canonical, digestOf } from '../digest.ts';
import { type KeptAnswer, keptAnswerSchema } from '../kept.ts';
import { cosine } from './cosine.ts';
import { particularsOf } from './particulars.ts';

const similarSchema = z.object({ text: z.string(), answer: keptAnswerSchema }).meta({ id: 'SimilarAnswer' });
type Similar = z.infer<typeof similarSchema>;

export type Embed = (call: EmbedCall) => Promise<Embeddings>;

type Options = { cache: Cache; threshold: number; keep_seconds: number; embed: Embed };

/**
 * Answers to requests that ask for the same in other words. Two requests are compared at all only if everything but their last
 * message is the same (agent, model, system prompt, conversation, settings) and their last messages have the same particulars;
 * all of that is in the key, under the user's scope. Then their vectors have to be as near as the threshold.
 *
 * The first request of its kind stands for all that follow, until its time is over: none is compared with one that was
 * itself only similar. Nothing is embedded before there is something to compare with.
 */
export class SimilarAnswers {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  async find(call: ModelCall): Promise<KeptAnswer | undefined> {
    const kind = kindOf(call);
    const first = kind && (await this.#options.cache.get(call.scope, kind.key, this.#keep()));
    if (!first || !(await this.#areNear(call, [first.text, kind.text]))) return undefined;
    return first.answer;
  }

  /** For those to come. Whoever was first stays. */
  async keep(call: ModelCall, answer: KeptAnswer): Promise<void> {
    const kind = kindOf(call);
    if (!kind) return;
    const { cache } = this.#options;
    await cache
      .getOrLoad(call.scope, kind.key, this.#keep(), async () => ({ text: kind.text, answer }))
      .catch((error: Error) => log.warn('similar answer not kept', { error }));
  }

  /** As dear as any embedding, and paid like one. Whoever cannot pay for it, or gets none, asks the model. */
  async #areNear({ scope, agent, session, signal, tab }: ModelCall, texts: [string, string]): Promise<boolean> {
    try {
      const asked = { scope, texts, ...(agent && { agent }), ...(session && { session }) };
      const { vectors } = await this.#options.embed({ ...asked, ...(signal && { signal }), ...(tab && { tab }) });
      const [one = [], other = []] = vectors;
      return cosine(one, other) >= this.#options.threshold;
    } catch (error) {
      signal?.throwIfAborted();
      log.warn('similar answers not compared', { error: error as Error });
      return false;
    }
  }

  #keep(): Keep<Similar> {
    return { schema: similarSchema, ttl_s: this.#options.keep_seconds, immutable: true, early_refresh: 0 };
  }
}

/** What a request is asked in, and the key of all that may be compared with it. */
const kindOf = (call: ModelCall): { key: string; text: string } | undefined => {
  const last = call.messages.at(-1);
  const text = last && textOf(last);
  const particulars = text === undefined ? undefined : particularsOf(text);
  if (text === undefined || !particulars) return undefined;
  const others = { ...call, messages: call.messages.slice(0, -1) };
  return { key: `similar ${sha256(canonical([digestOf(others), particulars]))}`, text };
};

/** Of a message that is one text and nothing else. */
const textOf = (message: ChatMessage): string | undefined => {
  if (message.role !== 'user') return undefined;
  if (typeof message.content === 'string') return message.content;
  const [part, ...more] = message.content;
  return part?.type === 'text' && more.length === 0 ? part.text : undefined;
};
