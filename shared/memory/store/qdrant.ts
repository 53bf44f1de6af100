import type { QdrantClient, Schemas } from '@qdrant/js-client-rest';
import { SECOND } from '../../core/clock.ts';
import { once } from '../../platform/once.ts';
import type { QdrantSettings } from './settings.ts';
import { MemoryUnavailable } from './unavailable.ts';

/** A search over memories takes a few milliseconds; a store that needs this long is treated as down. */
const REQUEST_TIMEOUT = 10 * SECOND;

/** The store answered with an error; the status tells the caller whether that was to be expected. */
export class StoreRejected extends Error {
  override readonly name = 'StoreRejected';
  readonly status: number;

  constructor(status: number, answer: unknown) {
    super(`The vector store answered ${status}: ${JSON.stringify(answer)?.slice(0, 500)}`);
    this.status = status;
  }
}

type Api = ReturnType<QdrantClient['api']>;

/** One request: an operation of the client's interface, with what every request carries as its second argument. */
export type StoreRequest<T> = (api: Api, init: RequestInit) => Promise<{ data: { result?: T } }>;

/** The store, through its own client, which is loaded on the first request: most invocations make none. */
export class Qdrant {
  readonly #api: () => Promise<Api>;

  constructor(settings: QdrantSettings) {
    this.#api = once(async () => (await clientFor(settings)).api());
  }

  /** Aborting closes the connection. Throws `Refused`, `MemoryUnavailable` or the signal's reason. */
  async ask<T>(question: StoreRequest<T>, signal?: AbortSignal): Promise<T> {
    const api = await this.#api();
    const timeout = AbortSignal.timeout(REQUEST_TIMEOUT);
    try {
      signal?.throwIfAborted();
      const { data } = await question(api, {
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        // The key goes where the operator said, nowhere else.
        redirect: 'error',
      });
      if (data?.result === undefined) throw new Error('The vector store answered without a result.');
      return data.result;
    } catch (error) {
      signal?.throwIfAborted();
      throw isRefusal(error) ? new StoreRejected(error.status, error.data) : new MemoryUnavailable(error);
    }
  }
}

const clientFor = async ({ url, apiKey }: QdrantSettings): Promise<QdrantClient> => {
  const library = await import('@qdrant/js-client-rest');
  const { origin, pathname } = new URL(url);
  return new library.QdrantClient({
    url: origin,
    prefix: pathname.replace(/\/+$/, ''),
    // The port is the URL's. The client would take 6333 for a URL without one.
    port: null,
    // As a header of ours: for a key of its own the client writes a warning to the console unless the store has TLS.
    headers: apiKey ? { 'api-key': apiKey } : {},
    // Each request brings its own signal, which the client's time-out would replace.
    timeout: Number.POSITIVE_INFINITY,
    checkCompatibility: false,
  });
};

/** The client does not export the class of its errors. */
const isRefusal = (error: unknown): error is Error & { status: number; data?: unknown } =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status >= 300;

export type Filter = Schemas['Filter'];
export type Condition = Schemas['Condition'];
