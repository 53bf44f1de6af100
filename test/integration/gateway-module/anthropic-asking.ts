import { type Gateway, gateway, type ModelCall, type ModelEvent } from '../../../shared/gateway/index.ts';
import { freeCalls } from '../../support/free-calls.ts';
import type { ScriptedMessages } from '../../support/scripted-messages.ts';
import { callOf, eventsOf } from './asking.ts';

type Options = { timeout?: number; idle?: number; retries?: number; base?: string; path?: string; apiKey?: string };

export const look = { name: 'look', description: 'Looks up.', parameters: { type: 'object', properties: {} } };

/** The gateway in front of a scripted Anthropic upstream. */
export const askingOf = (model: ScriptedMessages) => {
  const over = (options: Options = {}): Gateway => {
    const { timeout = 10_000, idle = timeout, retries = 0, base = model.url } = options;
    const { path = '', apiKey = 'sk-ant-secret' } = options;
    return gateway({
      settings: async () => ({ kind: 'anthropic', baseUrl: `${base}${path}`, apiKey, model: 'claude-opus-5-5' }),
      timeouts: () => ({ firstByte: timeout, idle, retries }),
      policies: async () => [],
      paid: freeCalls(),
    });
  };
  return {
    over,
    ask: (more: Partial<ModelCall> = {}, options: Options = {}): Promise<ModelEvent[]> =>
      eventsOf(over(options).chat(callOf(more))),
    last: () => model.requests.at(-1)!,
  };
};
