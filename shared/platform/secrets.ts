import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type Clock, MINUTE, systemClock } from '../core/clock.ts';
import { Unavailable } from '../core/errors.ts';
import { once } from './once.ts';
import { CLIENT_TIMEOUTS } from './timeouts.ts';

const client = once(() => new SecretsManagerClient(CLIENT_TIMEOUTS));

/**
 * Reads a secret and keeps what `parse` made of it for five minutes: rotation is seen within that time, and a warm
 * container pays for one call. `fresh()` skips the kept value, at most once in ten seconds.
 */
export class Secret<T> {
  readonly #arn: () => string;
  readonly #parse: (text: string) => T;
  readonly #clock: Clock;
  #kept: { value: Promise<T>; at: number } | undefined;

  constructor(arn: () => string, parse: (text: string) => T, clock: Clock = systemClock) {
    this.#arn = arn;
    this.#parse = parse;
    this.#clock = clock;
  }

  value(): Promise<T> {
    return this.#younger(5 * MINUTE);
  }

  fresh(): Promise<T> {
    return this.#younger(10_000);
  }

  #younger(age: number): Promise<T> {
    if (this.#kept && this.#clock.now() - this.#kept.at < age) return this.#kept.value;
    const value = this.#read();
    this.#kept = { value, at: this.#clock.now() };
    value.catch(() => {
      if (this.#kept?.value === value) this.#kept = undefined;
    });
    return value;
  }

  async #read(): Promise<T> {
    const answer = await client()
      .send(new GetSecretValueCommand({ SecretId: this.#arn() }))
      .catch((cause: unknown) => {
        throw new Unavailable('A secret of the platform cannot be read at the moment.', { cause });
      });
    return this.#parse(answer.SecretString ?? '');
  }
}
