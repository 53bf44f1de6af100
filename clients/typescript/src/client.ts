import { Chat } from './chat.ts';
import type { InputOf, OutputOf, Route } from './paths.ts';
import { Transport, type TransportOptions } from './transport.ts';

export type Options = {
  signal?: AbortSignal;
  /** Reads the answer's JSON, where `JSON.parse` would round the numbers in it. */
  parse?: (text: string) => unknown;
};

/** The API of one deployment, as one user or API key. */
export class Artel {
  readonly #transport: Transport;

  constructor(options: TransportOptions) {
    this.#transport = new Transport(options);
  }

  /**
   * Any route, by its name in the API's description:
   *
   *     await artel.call('GET /my/agents', { query: { limit: 10 } })
   *     await artel.call('DELETE /my/agents/{agent}', { path: { agent: 'helper' } })
   *
   * @throws ArtelError with the status, code and refused fields that the service names
   */
  async call<R extends Route>(route: R, input: InputOf<R> & Options): Promise<OutputOf<R>> {
    const [method = '', template = ''] = route.split(' ');
    const {
      path = {},
      query,
      body,
      signal,
      parse = JSON.parse,
    } = input as Options & Partial<Record<'path' | 'query', Values>> & { body?: unknown };
    const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given(path, name))));
    const answer = await this.#transport.send({ method, path: filled, query, body, signal });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return (isJson && text ? parse(text) : undefined) as OutputOf<R>;
  }

  /** A chat's messages and events; of the default project where none is named. */
  chat(session: string, { project = 'default', after = 0 }: { project?: string; after?: number } = {}): Chat {
    return new Chat(this.#transport, { session, project, after });
  }
}

type Values = Record<string, unknown>;

const given = (path: Values, name: string): unknown => {
  const value = path[name];
  if (value === undefined || value === '') throw new TypeError(`The path needs ${name}.`);
  return value;
};
