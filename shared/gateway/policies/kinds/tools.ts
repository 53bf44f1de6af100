import type { ModelCall, ToolRequest } from '../../call/model-call.ts';
import { PolicyRefused } from '../../chain/errors.ts';
import type { Hooks, Piece, PolicyContext } from '../../chain/policy.ts';
import type { SettingOf } from '../settings.ts';
import { matchesAny } from '../wildcards.ts';

type ToolVerdict = 'allow' | 'deny' | 'ask';

/**
 * Which tools the model may call. A denied tool is not offered; if the model calls it anyway the call is dropped, and the
 * answer says so. `ask` marks the call for the agent's loop, which asks the person. Without an agent nobody can be asked, so
 * there `ask` denies.
 */
export const toolsHooks = ({ rules, otherwise }: SettingOf<'tools'>, context: PolicyContext): Hooks => {
  const verdictOn = (tool: string): ToolVerdict => {
    const verdict = rules.find(({ tools }) => matchesAny(tool, tools))?.verdict ?? otherwise;
    return verdict === 'ask' && context.agent === undefined ? 'deny' : verdict;
  };
  return {
    onRequest: (call) => offered(call, verdictOn),
    onStreamEvent: (piece) => {
      if (piece.kind !== 'call') return [piece];
      const { name } = piece.call;
      const verdict = verdictOn(name);
      if (verdict !== 'allow') context.report({ what: verdict, place: name });
      return piecesFor(piece.call, verdict);
    },
  };
};

const piecesFor = (call: ToolRequest, verdict: ToolVerdict): Piece[] => {
  if (verdict === 'allow') return [{ kind: 'call', call }];
  if (verdict === 'ask') return [{ kind: 'call', call: { ...call, ask: true } }];
  return [{ kind: 'text', text: `[The tool "${call.name}" is not allowed here.]` }];
};

const offered = (call: ModelCall, verdictOn: (tool: string) => ToolVerdict): ModelCall | undefined => {
  const { tools: all = [], toolChoice } = call;
  if (typeof toolChoice === 'object' && verdictOn(toolChoice.name) === 'deny') {
    throw new PolicyRefused(`The tool "${toolChoice.name}" is not allowed here.`);
  }
  const tools = all.filter(({ name }) => verdictOn(name) !== 'deny');
  if (tools.length === all.length) return undefined;
  if (tools.length === 0 && toolChoice === 'required') {
    throw new PolicyRefused('A tool call is required, but none of the tools is allowed here.');
  }
  return { ...call, tools };
};
