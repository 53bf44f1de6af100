import { type Batch, oneByOne } from '../../../../../shared/gateway/call/batches.ts';
import type { ModelCall, ToolRequest } from '../../../../../shared/gateway/call/model-call.ts';
import type { Hooks, Policy, PolicyContext } from '../../../../../shared/gateway/chain/policy.ts';
import { throughPolicies } from '../../../../../shared/gateway/chain/run.ts';
import type { Trace } from '../../../../../shared/gateway/records/trace.ts';
import { projectOf } from '../../../../support/tool-call.ts';

export const policy = (
  name: string,
  hooks: Hooks | ((context: PolicyContext) => Hooks | Promise<Hooks>),
  more: Partial<Policy> = {},
): Policy => ({
  name,
  kind: 'test',
  failure: 'closed',
  timeout: 1_000,
  begin: typeof hooks === 'function' ? hooks : () => hooks,
  ...more,
});

export const callOf = (more: Partial<ModelCall> = {}): ModelCall => ({
  scope: projectOf('alice'),
  purpose: 'chat',
  messages: [{ role: 'user', content: 'Hello' }],
  ...more,
});

export type Model = { pieces: readonly string[]; calls?: ToolRequest[]; cutAfter?: number };

/** A model that says its pieces, whatever it is asked; `asked` is what it got. */
export const modelSaying = ({ pieces, calls = [], cutAfter }: Model) => {
  const asked: ModelCall[] = [];
  let closed = 0;
  async function* ask(call: ModelCall): AsyncGenerator<Batch> {
    asked.push(call);
    try {
      for (const [at, text] of pieces.entries()) {
        if (at === cutAfter) throw new Error('the connection is gone');
        if (text !== '') yield [{ kind: 'text', text }];
      }
      for (const one of calls) yield [{ kind: 'call', call: one }];
      const usage = { promptTokens: 1, completionTokens: 1, estimated: false };
      yield [{ kind: 'end', finish: calls.length > 0 ? 'tool_calls' : 'stop', usage, model: 'm' }];
    } finally {
      closed += 1;
    }
  }
  return { ask, asked, closed: () => closed };
};

export type Told = {
  texts: string[];
  text: string;
  calls: ToolRequest[];
  finish?: string;
  error?: Error;
  outcome?: string;
  trace?: Trace;
};

/** Everything that comes of a call, its failure included. */
export const tell = async (
  policies: Policy[],
  model: ReturnType<typeof modelSaying>,
  call: ModelCall = callOf(),
): Promise<Told> => {
  const told: Told = { texts: [], text: '', calls: [] };
  const events = throughPolicies(call, policies, model.ask, async ({ outcome, trace }) => {
    Object.assign(told, { outcome, trace });
  });
  try {
    for await (const event of oneByOne(events)) {
      if (event.kind === 'text') told.texts.push(event.text);
      else if (event.kind === 'call') told.calls.push(event.call);
      else if (event.kind === 'end') told.finish = event.finish;
    }
  } catch (error) {
    told.error = error as Error;
  }
  return { ...told, text: told.texts.join('') };
};
