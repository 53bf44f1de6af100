import { Agent, request } from 'node:http';
import type { Contender } from './contender.ts';
import { FIRST_WORD, LAST_WORD } from './prompts.ts';

/** Milliseconds from the request to the first word of the answer, and to its end. */
export type Timing = { first: number; whole: number };

const LAST = Buffer.from(LAST_WORD);

/** One client of one contender: its connections, and the session it speaks in. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #target: URL;
  readonly #contender: Contender;

  constructor(contender: Contender) {
    this.#contender = contender;
    this.#target = new URL(`${contender.url}/chat/completions`);
  }

  /** Rejects unless the whole answer came. */
  call(body: string, session: string): Promise<Timing> {
    const { hostname, port, pathname } = this.#target;
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: 'Bearer test',
      'x-artel-session': session,
      ...this.#contender.headers,
    };
    return new Promise((resolve, reject) => {
      const begun = performance.now();
      const asked = request(
        { agent: this.#agent, method: 'POST', hostname, port, path: pathname, headers },
        (answer) => {
          const parts: Buffer[] = [];
          let first: number | undefined;
          answer.on('data', (part: Buffer) => {
            parts.push(part);
            if (first === undefined && Buffer.concat(parts).includes(FIRST_WORD)) first = performance.now() - begun;
          });
          answer.once('error', reject);
          answer.once('end', () => {
            const whole = performance.now() - begun;
            const text = Buffer.concat(parts);
            if (answer.statusCode === 200 && first !== undefined && text.includes(LAST))
              return resolve({ first, whole });
            reject(new Error(`${this.#contender.name} answers ${answer.statusCode}: ${text.subarray(0, 300)}`));
          });
        },
      );
      asked.once('error', reject);
      asked.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
