import { authenticated } from '../../../shared/core/scope.ts';
import type { ModelCall, ModelError, ModelEvent } from '../../../shared/gateway/index.ts';
import type { ProviderSettings, Upstream } from '../../../shared/gateway/settings/upstreams.ts';
import { modelsFor } from '../../../shared/gateway/upstreams/candidates.ts';
import { Upstreams } from '../../../shared/gateway/upstreams/failover.ts';
import { UpstreamStates } from '../../../shared/gateway/upstreams/states.ts';

const alice = authenticated({ userId: 'alice' }).inProject('default');

export const upstream = (name: string, url: string, models = ['*']): Upstream => ({
  name,
  baseUrl: url,
  apiKey: 'k',
  models,
  timeouts: [],
});

/** The same, given up after a second: for one that may be silent. */
export const givenUpSoon = (one: Upstream): Upstream => ({ ...one, timeouts: [['*', { firstByte: 1_000 }]] });

export const startedClock = () => {
  const clock = { time: 0, now: () => clock.time };
  return clock;
};

export const callOf = (more: Partial<ModelCall> = {}): ModelCall => ({
  scope: alice,
  purpose: 'chat',
  messages: [{ role: 'user', content: 'Hello' }],
  ...more,
});

type Options = { timeout?: number; signal?: AbortSignal; user?: string };

/** Upstreams that keep what they learn, asked for one word. */
export const asking = (settings: ProviderSettings, clock = startedClock()) => {
  const upstreams = new Upstreams(new UpstreamStates(clock, () => 1));
  return {
    clock,
    ask: async (model: string, { timeout = 10_000, signal, user = 'alice' }: Options = {}): Promise<ModelEvent[]> => {
      const scope = authenticated({ userId: user }).inProject('default');
      const call = callOf({ scope, ...(signal && { signal }) });
      const events: ModelEvent[] = [];
      const timeouts = { firstByte: timeout, retries: 0 };
      for await (const batch of upstreams.chat(call, modelsFor(settings, model), settings, timeouts))
        events.push(...batch);
      return events;
    },
    embed: (model: string) =>
      upstreams.embed({ scope: alice, texts: ['a'] }, model, settings, { firstByte: 10_000, retries: 0 }),
  };
};

export const textOf = (events: ModelEvent[]): string =>
  events.map((event) => (event.kind === 'text' ? event.text : '')).join('');

export const reasonOf = async (work: Promise<unknown>): Promise<string> => {
  const outcome = await work.then(
    () => 'answered',
    (error: unknown) => error,
  );
  return typeof outcome === 'string' ? outcome : (outcome as ModelError).reason;
};
