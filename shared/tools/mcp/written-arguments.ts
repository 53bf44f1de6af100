import { parseExact } from '../../core/json/exact.ts';
import type { EgressFetch } from '../../egress/index.ts';

/** Where a call's key stands in its `_meta`. */
export const KEY_NAME = 'artel/idempotencyKey';

type Message = { params?: { arguments?: unknown; _meta?: Record<string, unknown> } };

/**
 * What calls under way send, by their keys: the arguments as a person saw them. The client of the protocol gets them as
 * JavaScript has them, and writes other numbers, 9007199254740992 for 9007199254740993.
 */
export class WrittenArguments {
  readonly #texts = new Map<string, string>();

  async during<T>({ key, text }: { key: string; text: string | undefined }, work: () => Promise<T>): Promise<T> {
    if (text === undefined) return work();
    this.#texts.set(key, text);
    try {
      return await work();
    } finally {
      this.#texts.delete(key);
    }
  }

  /** The same `fetch`, which puts them into the requests that carry those keys. */
  through(fetch: EgressFetch): EgressFetch {
    return (url, init, limits) =>
      fetch(url, typeof init?.body === 'string' ? { ...init, body: this.#spelled(init.body) } : init, limits);
  }

  #spelled(body: string): string {
    if (this.#texts.size === 0 || !body.includes(KEY_NAME)) return body;
    const message = JSON.parse(body) as Message;
    const text = this.#texts.get(String(message.params?._meta?.[KEY_NAME]));
    if (text === undefined) return body;
    return JSON.stringify({ ...message, params: { ...message.params, arguments: parseExact(text) } });
  }
}
