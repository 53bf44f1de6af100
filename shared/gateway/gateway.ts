import { streamChat } from './chat.ts';
import { type EmbedCall, type Embeddings, embedAll } from './embed.ts';
import { modelFailure } from './failures.ts';
import type { ModelCall, ModelEvent } from './model-call.ts';
import { type Patience, type ProviderSettings, providerSettings, usualPatience } from './provider.ts';

/** The one way to a model. Agents, planners, judges and memory all take it, so whatever must hold for a call is put here. */
export type Gateway = {
  chat(call: ModelCall): AsyncGenerator<ModelEvent>;
  embed(call: EmbedCall): Promise<Embeddings>;
};

type Options = { settings?: () => Promise<ProviderSettings>; patience?: () => Patience };

export const gateway = ({ settings = providerSettings, patience = usualPatience }: Options = {}): Gateway => {
  const provider = async (signal?: AbortSignal): Promise<ProviderSettings> => {
    signal?.throwIfAborted();
    return settings().catch((error: unknown) => {
      throw modelFailure(error, false);
    });
  };
  return {
    async *chat(call) {
      yield* streamChat(call, await provider(call.signal), patience());
    },
    async embed(call) {
      return embedAll(call, await provider(call.signal), patience());
    },
  };
};

/** The deployment's own gateway, to the provider its secret names. Throws `ModelError`, or the signal's reason. */
export const { chat, embed } = gateway();
