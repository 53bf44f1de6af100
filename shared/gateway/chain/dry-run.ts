import { oneByOne } from '../call/batches.ts';
import type { ModelCall, ToolRequest } from '../call/model-call.ts';
import type { Decision, Details } from '../records/trace.ts';
import { PolicyFailed, PolicyRefused } from './errors.ts';
import type { Policy } from './policy.ts';
import { throughPolicies } from './run.ts';

/** What the model is assumed to answer. */
export type AssumedAnswer = { text: string; calls: ToolRequest[] };

/** What a chain would do to the call and to the answer, and by which decisions. */
export type DryRun = {
  outcome: 'answered' | 'refused' | 'failed';
  detail?: string;
  sent?: Pick<ModelCall, 'messages' | 'tools'>;
  answer?: AssumedAnswer;
  decisions: Decision[];
  details: Details;
};

/** A call through policies without the model, which is assumed to answer as given, word by word. Nothing is stored. */
export const dryRun = async (call: ModelCall, policies: readonly Policy[], assumed: AssumedAnswer): Promise<DryRun> => {
  const result: DryRun = {
    outcome: 'answered',
    decisions: [],
    details: { findings: [], changes: [], truncated: false },
  };
  const answer: AssumedAnswer = { text: '', calls: [] };
  const events = throughPolicies(
    call,
    policies,
    async function* ({ messages, tools }) {
      result.sent = { messages, ...(tools && { tools }) };
      for (const text of assumed.text.match(/\s*\S+|\s+$/g) ?? []) yield [{ kind: 'text', text }];
      for (const one of assumed.calls) yield [{ kind: 'call', call: one }];
      const finish = assumed.calls.length > 0 ? 'tool_calls' : 'stop';
      const usage = { promptTokens: 0, completionTokens: 0, estimated: true };
      yield [{ kind: 'end', finish, usage, model: call.model ?? 'dry-run' }];
    },
    async ({ trace }) => {
      result.decisions = trace.decisions;
      result.details = trace.details;
    },
  );
  try {
    for await (const event of oneByOne(events)) {
      if (event.kind === 'text') answer.text += event.text;
      else if (event.kind === 'call') answer.calls.push(event.call);
    }
    return { ...result, answer };
  } catch (error) {
    if (error instanceof PolicyRefused) return { ...result, outcome: 'refused', detail: error.message };
    if (error instanceof PolicyFailed) return { ...result, outcome: 'failed', detail: error.message };
    throw error;
  }
};
