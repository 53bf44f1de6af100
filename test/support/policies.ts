import { forgetBlocks } from '../../shared/gateway/dedup/sessions.ts';
import {
  type Gateway,
  gateway,
  type ModelCall,
  type PolicySetting,
  policyListSchema,
} from '../../shared/gateway/index.ts';
import { forgetPlaceholderStores } from '../../shared/gateway/placeholder-store/open-store.ts';
import { forgetPolicies } from '../../shared/gateway/policies/for-user.ts';
import type { Recorder } from '../../shared/gateway/records/finished-call.ts';
import { startTestDataKey } from './data-key.ts';
import { type ScriptedModel, startScriptedModel } from './scripted-model.ts';
import { startTestTable } from './table.ts';
import { projectOf } from './tool-call.ts';

export type Setting = Partial<PolicySetting> & { kind: PolicySetting['kind']; name: string };

export type PolicyWorld = {
  model: ScriptedModel;
  /** A gateway under these policies, to the scripted model. */
  over(policies: Setting[], record?: Recorder): Gateway;
  /** The texts of the messages of the newest request the model got. */
  sent(): string[];
  stop(): Promise<void>;
};

/** A table, a key and a model for this process: what policies need. */
export const startPolicyWorld = async (): Promise<PolicyWorld> => {
  const table = await startTestTable();
  const key = await startTestDataKey();
  const model = await startScriptedModel();
  return {
    model,
    over: (policies, record = async () => undefined) =>
      gateway({
        settings: async () => ({ baseUrl: model.url, apiKey: 'test', model: 'scripted', embeddingModel: 'scripted' }),
        timeouts: () => ({ firstByte: 10_000, retries: 0 }),
        policies: async () => policyListSchema.parse(policies),
        record,
      }),
    sent: () =>
      ((model.requests.at(-1)?.body.messages ?? []) as { content: unknown }[]).map(({ content }) => String(content)),
    stop: async () => {
      await model.stop();
      await key.stop();
      await table.stop();
    },
  };
};

/** As after a restart: nothing that this process remembers of sessions and policies is left. */
export const restart = (): void => {
  forgetPlaceholderStores();
  forgetBlocks();
  forgetPolicies();
};

export const asking = (user: string, content: string, more: Partial<ModelCall> = {}): ModelCall => ({
  scope: projectOf(user),
  purpose: 'chat',
  messages: [{ role: 'user', content }],
  ...more,
});

/** The whole of an answer. */
export const answerTo = async (over: Gateway, call: ModelCall) => {
  let text = '';
  const calls = [];
  let finish: string | undefined;
  for await (const event of over.chat(call)) {
    if (event.kind === 'text') text += event.text;
    else if (event.kind === 'call') calls.push(event.call);
    else if (event.kind === 'end') finish = event.finish;
  }
  return { text, calls, finish };
};
