import { ArtelError } from './errors.ts';

/** Gives the bearer token of a request: an API key, or an access token that is still valid. */
export type Token = () => string | Promise<string>;

export type TransportOptions = {
  /** Address of the REST API, with its stage where it has one. */
  url: string;
  token?: Token;
  /** For tests and other runtimes. */
  fetch?: typeof fetch;
  /** Opens a WebSocket; what browsers and Node have, where it is not said. */
  socket?: (url: string) => WebSocket;
  /** Waits that many milliseconds. */
  pause?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
};

export type Call = {
  method: string;
  path: string;
  query?: Record<string, unknown> | undefined;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
};

/** Attempts in all of a request that may be repeated. */
const ATTEMPTS = 4;
const FIRST_WAIT = 250;
const MAX_WAIT = 20_000;

/**
 * The service is there but asks for patience: the request that is repeated is still being carried out, there are too many
 * requests, or one of its parts is not reachable.
 */
const PASSING = new Set([409, 429, 503]);

const timer = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(running);
      reject(signal?.reason);
    };
    const running = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, milliseconds);
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, { once: true });
  });

const open = (url: string): WebSocket => {
  if (typeof WebSocket === 'undefined') {
    throw new NoWebSocket('This runtime has no WebSocket: pass one that opens as the option `socket`.');
  }
  return new WebSocket(url);
};

/** Browsers refuse a `fetch` that is called as a method of anything but the window. */
const globalFetch: typeof fetch = (input, init) => fetch(input, init);

/** Nothing that trying again would mend. */
export class NoWebSocket extends Error {
  override readonly name = 'NoWebSocket';
}

/** Sends requests, and repeats what may be repeated. */
export class Transport {
  readonly #base: string;
  readonly #token: Token | undefined;
  readonly #fetch: typeof fetch;
  readonly pause: NonNullable<TransportOptions['pause']>;
  readonly socket: NonNullable<TransportOptions['socket']>;

  constructor({ url, token, fetch: send = globalFetch, pause = timer, socket = open }: TransportOptions) {
    this.#base = url.replace(/\/+$/, '');
    this.#token = token;
    this.#fetch = send;
    this.pause = pause;
    this.socket = socket;
  }

  /**
   * A successful answer. Every write carries an `Idempotency-Key`, so that a request whose answer was lost can be sent again
   * and is carried out once.
   *
   * @throws ArtelError for any other answer; what `fetch` throws where the service cannot be reached after four attempts
   */
  async send(call: Call): Promise<Response> {
    const key: Record<string, string> = call.method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() };
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.#once(call, key).catch((error: unknown) => {
        if (call.signal?.aborted || attempt >= ATTEMPTS) throw error;
        return undefined;
      });
      if (outcome?.ok) return outcome;
      let asked: number | undefined;
      if (outcome) {
        const error = new ArtelError(outcome.status, await outcome.json().catch(() => undefined), outcome.headers);
        asked = error.retryAfter;
        // Without a time to come back the service has said all it has to say, as of a name that is taken.
        if (!PASSING.has(outcome.status) || asked === undefined || attempt >= ATTEMPTS) throw error;
        if (asked * 1_000 > MAX_WAIT) throw error;
      }
      await this.pause(waitBefore(attempt, asked), call.signal);
    }
  }

  async #once({ method, path, query, body, headers, signal }: Call, more: Record<string, string>): Promise<Response> {
    const token = await this.#token?.();
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) asked.set(name, String(value));
    const search = asked.toString();
    return await this.#fetch(`${this.#base}${path}${search && `?${search}`}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...more,
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  }
}

/** Milliseconds: what the service asks for, else twice as long each time, by chance up to that. */
const waitBefore = (attempt: number, asked: number | undefined): number =>
  asked !== undefined ? asked * 1_000 : Math.random() * FIRST_WAIT * 2 ** attempt;
