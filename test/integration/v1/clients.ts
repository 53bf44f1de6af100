import Anthropic from '@anthropic-ai/sdk';
import { OpenAI } from 'openai';
import type { Artel, Person } from '../../support/artel.ts';

/** The official clients, with an API key that may chat. They try nothing again, so that a test sees each answer. */
export type Clients = { alice: Person; key: string; openai: OpenAI; anthropic: Anthropic };

export const keyOf = async (who: Person, scopes: string[] = ['chat']): Promise<string> => {
  const { body } = await who.call<{ key: string }>('POST', '/my/keys', { name: scopes.join(), scopes });
  return body.key;
};

export const openaiOf = (artel: Artel, apiKey: string): OpenAI =>
  new OpenAI({ baseURL: `${artel.cloud.url}/v1`, apiKey, maxRetries: 0, logLevel: 'off' });

/** Sends its key as `x-api-key`. */
export const anthropicOf = (artel: Artel, apiKey: string): Anthropic =>
  new Anthropic({ baseURL: artel.cloud.url, apiKey, authToken: null, maxRetries: 0, logLevel: 'off' });

export const clientsOf = async (artel: Artel, alice: Person): Promise<Clients> => {
  const key = await keyOf(alice);
  return { alice, key, openai: openaiOf(artel, key), anthropic: anthropicOf(artel, key) };
};

/** What a call that must fail was refused with. */
export const refusalOf = async <T>(work: PromiseLike<unknown>, kind: new (...given: never[]) => T): Promise<T> => {
  const outcome: unknown = await Promise.resolve(work).then(
    () => new Error('It was answered.'),
    (error: unknown) => error,
  );
  if (outcome instanceof kind) return outcome;
  throw outcome;
};
