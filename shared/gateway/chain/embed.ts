import type { ModelCall } from '../call/model-call.ts';
import type { EmbedCall, Embeddings } from '../providers/embed.ts';
import type { Outcome, Recorder } from '../records/finished-call.ts';
import { Trace } from '../records/trace.ts';
import { textOf } from '../tokens/prompt-tokens.ts';
import { PolicyRefused } from './errors.ts';
import type { Policy } from './policy.ts';
import { PolicyStage } from './policy-stage.ts';
import { requestThroughStages } from './run.ts';

/**
 * Embeddings through the policies' request hooks. Each text passes the policies by itself, so that its vector does not depend
 * on the other texts of the call.
 */
export const embedThroughPolicies = async (
  call: EmbedCall,
  policies: readonly Policy[],
  ask: (call: EmbedCall) => Promise<Embeddings>,
  record: Recorder,
): Promise<Embeddings> => {
  const { scope, model, signal } = call;
  const trace = new Trace();
  const about: Omit<ModelCall, 'messages'> = { scope, purpose: 'embedding', model, signal };
  let outcome: Outcome = 'failed';
  try {
    const texts: string[] = [];
    let named = model;
    for (const content of call.texts) {
      const shaped = await passed({ ...about, messages: [{ role: 'user', content }] }, policies, trace);
      texts.push(shaped.messages.map(textOf).join('\n'));
      named = shaped.model;
    }
    const embeddings = await ask({ ...call, texts, ...(named !== undefined && { model: named }) });
    outcome = 'answered';
    return embeddings;
  } catch (error) {
    if (error instanceof PolicyRefused) outcome = 'refused';
    else if (signal?.aborted) outcome = 'left';
    throw error;
  } finally {
    await record({ call: { ...about, agent: call.agent, messages: [] }, outcome, trace });
  }
};

const passed = async (call: ModelCall, policies: readonly Policy[], trace: Trace): Promise<ModelCall> => {
  const stages = policies.map((policy) => new PolicyStage(policy, trace, call.signal));
  try {
    return await requestThroughStages(call, stages);
  } finally {
    for (const stage of stages) await stage.close();
  }
};
