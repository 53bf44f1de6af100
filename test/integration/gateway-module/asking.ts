import { authenticated } from '../../../shared/core/scope.ts';
import { type Gateway, gateway, type ModelCall, ModelError, type ModelEvent } from '../../../shared/gateway/index.ts';
import { freeCalls } from '../../support/free-calls.ts';

export const alice = authenticated({ userId: 'alice' }).inProject('default');

export const over = (
  url: string,
  { timeout = 10_000, idle, retries = 0 }: { timeout?: number; idle?: number; retries?: number } = {},
): Gateway =>
  gateway({
    settings: async () => ({
      baseUrl: url,
      apiKey: 'sk-test-secret',
      model: 'scripted',
      embeddingModel: 'scripted-embedding',
    }),
    timeouts: () => ({ firstByte: timeout, idle: idle ?? timeout, retries }),
    policies: async () => [],
    paid: freeCalls(),
  });

export const callOf = (more: Partial<ModelCall> = {}): ModelCall => ({
  scope: alice,
  purpose: 'chat',
  messages: [{ role: 'user', content: 'Hello' }],
  ...more,
});

export const eventsOf = async (events: AsyncIterable<ModelEvent>): Promise<ModelEvent[]> => {
  const all: ModelEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
};

export const textOf = (events: ModelEvent[]): string =>
  events.map((event) => (event.kind === 'text' ? event.text : '')).join('');

/** The failure of a call that must fail. */
export const failureOf = async (work: Promise<unknown>): Promise<ModelError> => {
  const outcome = await work.then(
    () => new Error('The call was answered.'),
    (error: unknown) => error,
  );
  if (outcome instanceof ModelError) return outcome;
  throw outcome;
};
