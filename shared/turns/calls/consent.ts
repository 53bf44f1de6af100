import { askPerson, isPermitted, permissionFor } from '../../approvals/index.ts';
import type { Decision } from '../../bus/index.ts';
import { parseExact } from '../../core/json/exact.ts';
import { findOrchestratorConfig } from '../../plans/index.ts';
import { type Risk, risks, type Tool } from '../../tools/index.ts';
import type { Action, CallOutcome, Turn } from './action.ts';

const reaches = (risk: Risk, least: Risk): boolean => risks.indexOf(risk) >= risks.indexOf(least);

/**
 * Whether a person has to agree first: by the risk of this very call, from the agent's `min_risk` on, or from low on where
 * the project's settings do not approve low risks; unless they said not to ask again. Always where a policy says so.
 */
export const needsPerson = async ({ claim, agent }: Turn, { call, tool, args }: Action): Promise<boolean> => {
  if (call.ask) return true;
  const risk = tool.riskOf(args);
  const isAutomatic = async () => (await findOrchestratorConfig(claim.project)).auto_approve_low_risk;
  if (!reaches(risk, agent.config.approval.min_risk) && (await isAutomatic())) return false;
  return risk === 'high' || !(await isPermitted(claim.project, agent.agent_key, permissionOf(tool, args)));
};

const definitionOf = ({ origin }: Tool): string => (origin.kind === 'mcp' ? `${origin.url} ${origin.hash}` : 'builtin');

/** A tool that a server changed after the person had agreed is another tool: they are asked again. */
export const isFor = (decision: Decision, tool: Tool): boolean =>
  decision.kind !== 'tool' || decision.definition === definitionOf(tool);

export const permissionOf = (tool: Tool, args: unknown): string =>
  permissionFor({
    name: tool.name,
    definition: definitionOf(tool),
    ...tool.destinationOf(args),
  });

/** Everything that was said so far stands in the log before the question does. */
export const park = async (
  work: Turn,
  { call, tool, text, args }: Action,
  about: 'tool' | 'unknown_outcome',
): Promise<CallOutcome> => {
  const risk = tool.riskOf(args);
  await work.writer.flush();
  const parked = await askPerson(
    work.claim,
    {
      about,
      risk,
      definition: definitionOf(tool),
      payload: {
        tool: tool.name,
        description: tool.description,
        arguments: parseExact(text),
        ...tool.destinationOf(args),
      },
      ...(about === 'tool' && { schema: tool.schema ?? tool.parameters, rememberable: !call.ask }),
    },
    { expectedEnd: work.writer.end },
  );
  return parked ? 'parked' : 'lost';
};
