import type { Schemas } from '@qdrant/js-client-rest';
import type { VectorsSettings } from './settings.ts';
import { MemoryUnavailable } from './unavailable.ts';

/** A search over memories is a few milliseconds; a store that needs this long is not there. */
const PATIENCE = 10_000;

/** The store's refusal: its status tells the caller whether that was to be expected. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, text: string) {
    super(`The vector store answered ${status}: ${text.slice(0, 500)}`);
    this.status = status;
  }
}

type Sending = { method: 'GET' | 'PUT' | 'POST' | 'DELETE'; path: string; body?: unknown; signal?: AbortSignal };

/**
 * The store's REST interface (https://api.qdrant.tech), with the types of its own client. The client itself is not used:
 * it brings a second HTTP stack of half a megabyte into every bundle and cannot be aborted.
 */
export class Qdrant {
  readonly #settings: VectorsSettings;

  constructor(settings: VectorsSettings) {
    this.#settings = settings;
  }

  async send<T>({ method, path, body, signal }: Sending): Promise<T> {
    const { url, apiKey } = this.#settings;
    const patience = AbortSignal.timeout(PATIENCE);
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...(apiKey && { 'api-key': apiKey }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
        redirect: 'error',
      });
      if (!response.ok) throw new Refused(response.status, await response.text());
      const { result } = (await response.json()) as { result: T };
      if (result === undefined) throw new Error('The vector store answered without a result.');
      return result;
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof Refused ? error : new MemoryUnavailable(error);
    }
  }
}

export type Filter = Schemas['Filter'];
export type Condition = Schemas['Condition'];
