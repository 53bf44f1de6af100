import { type Cache, containerCache } from '../cache/index.ts';
import { systemClock } from '../core/clock.ts';
import type { UserScope } from '../core/scope.ts';
import { noteProvider } from '../metrics/index.ts';
import { log } from '../observability/log.ts';
import { keptAnswers } from './answers/answers.ts';
import { tableLedger } from './budget/ledger.ts';
import { PaidUpstreams } from './budget/paid-upstreams.ts';
import type { Batch } from './call/batches.ts';
import type { ModelCall, ModelEvent } from './call/model-call.ts';
import { embedThroughPolicies } from './chain/embed.ts';
import { throughPolicies } from './chain/run.ts';
import { policiesOf } from './policies/build.ts';
import { policiesFor } from './policies/for-user.ts';
import type { ChainSetting, SettingOf } from './policies/settings.ts';

import type { EmbedCall, Embeddings } from './providers/embed.ts';
import { toModelError } from './providers/to-model-error.ts';
import type { Recorder } from './records/finished-call.ts';
import { recordCall } from './records/model-calls.ts';
import {
  defaultEmbeddingModel,
  defaultModel,
  defaultTimeouts,
  providerSettings,
  type Timeouts,
} from './settings/provider.ts';
import type { ProviderSettings } from './settings/upstreams.ts';
import { Upstreams } from './upstreams/failover.ts';
import { UpstreamStates } from './upstreams/states.ts';

/** The only way to a model: agents, planners, judges and memory all call it, so what must hold for every call is done here. */
export type Gateway = {
  chat(call: ModelCall): AsyncGenerator<ModelEvent>;
  embed(call: EmbedCall): Promise<Embeddings>;
};

type Options = {
  settings?: () => Promise<ProviderSettings>;
  timeouts?: () => Timeouts;
  /** The policies a user's calls pass. */
  policies?: (user: UserScope) => Promise<ChainSetting[]>;
  record?: Recorder;
  /** The providers, within what a user may spend. */
  paid?: PaidUpstreams;
  /** Where answers are kept for those who want it. */
  cache?: () => Cache;
};

/** What a container has learnt of the providers, told to whoever asks whether the deployment is ready. */
const noted = new UpstreamStates(systemClock, Math.random, (state) => {
  // Nobody waits for it, and no call of a model fails for it.
  noteProvider(state).catch((error: unknown) => log.warn('provider state not noted', { error: error as Error }));
});

export const gateway = ({
  settings = providerSettings,
  timeouts = defaultTimeouts,
  policies = policiesFor,
  record = recordCall,
  paid = new PaidUpstreams(tableLedger, new Upstreams(noted)),
  cache = containerCache,
}: Options = {}): Gateway => {
  const provider = async (signal?: AbortSignal): Promise<ProviderSettings> => {
    signal?.throwIfAborted();
    return settings().catch((error: unknown) => {
      throw toModelError(error, false);
    });
  };
  const prepared = async ({ scope, signal }: Pick<ModelCall, 'scope' | 'signal'>) => {
    const [target, own] = await Promise.all([provider(signal), policies(scope.user)]);
    const answers = own.find((one): one is SettingOf<'answers'> => one.kind === 'answers' && one.enabled);
    return { target, chain: policiesOf(own, self.chat), answers };
  };
  const self: Gateway = {
    async *chat(call) {
      const { target, chain, answers } = await prepared(call);
      const named = { ...call, model: call.model ?? defaultModel(target) };
      const asking = (shaped: ModelCall): AsyncGenerator<Batch> => paid.chat(shaped, target, timeouts());
      const admit = (shaped: ModelCall) => paid.admit(shaped, target);
      // Texts have passed the policies by then.
      const embed = (shaped: EmbedCall) => paid.embed(shaped, target, timeouts());
      const ask = answers ? keptAnswers(cache(), answers, { ask: asking, embed, admit }) : asking;
      for await (const events of throughPolicies(named, chain, ask, record)) for (const event of events) yield event;
    },
    async embed(call) {
      const { target, chain } = await prepared(call);
      const named = { ...call, model: call.model ?? defaultEmbeddingModel(target) };
      return embedThroughPolicies(named, chain, (shaped) => paid.embed(shaped, target, timeouts()), record);
    },
  };
  return self;
};

/** The deployment's own gateway, to the provider its secret names. Throws `ModelError`, `PolicyRefused`, or the signal's reason. */
export const { chat, embed } = gateway();
