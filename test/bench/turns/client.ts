import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { LAST_WORD } from '../gateway/prompts.ts';

/** JSON over connections that are kept: what a contender's own client would do, and the same for all. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #base: URL;

  constructor(base: string) {
    this.#base = new URL(base);
  }

  post<T = unknown>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
    const bytes = JSON.stringify(body);
    const { hostname, port } = this.#base;
    return new Promise((resolve, reject) => {
      const asked = request({
        agent: this.#agent,
        method: 'POST',
        hostname,
        port,
        path,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(bytes), ...headers },
      });
      asked.once('error', reject);
      asked.once('response', (answer) => {
        text(answer).then((content) => {
          if (answer.statusCode && answer.statusCode < 300) resolve(JSON.parse(content) as T);
          else reject(new Error(`${path} answered ${answer.statusCode}: ${content.slice(0, 300)}`));
        }, reject);
      });
      asked.end(bytes);
    });
  }
}

/** @throws Error unless the upstream's whole answer is somewhere in it */
export const answers = (answer: unknown): void => {
  const content = JSON.stringify(answer);
  if (!content.includes(LAST_WORD)) throw new Error(`That is no answer: ${content.slice(0, 300)}`);
};
