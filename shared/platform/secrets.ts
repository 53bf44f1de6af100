import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type Clock, MINUTE, systemClock } from '../core/clock.ts';
import { Unavailable } from '../core/errors.ts';
import { Kept } from '../core/kept.ts';
import { once } from './once.ts';
import { CLIENT_TIMEOUTS } from './timeouts.ts';

const client = once(() => new SecretsManagerClient(CLIENT_TIMEOUTS));

/**
 * Reads a secret and keeps what `parse` made of it for five minutes: rotation is seen within that time, and a warm
 * container pays for one call.
 */
export class Secret<T> {
  readonly #kept: Kept<T>;

  constructor(arn: () => string, parse: (text: string) => T | Promise<T>, clock: Clock = systemClock) {
    this.#kept = new Kept(async () => await parse(await textOf(arn())), clock);
  }

  value(): Promise<T> {
    return this.#kept.youngerThan(5 * MINUTE);
  }
}

const textOf = async (SecretId: string): Promise<string> => {
  const answer = await client()
    .send(new GetSecretValueCommand({ SecretId }))
    .catch((cause: unknown) => {
      throw new Unavailable('A secret of the platform cannot be read at the moment.', { cause });
    });
  return answer.SecretString ?? '';
};
