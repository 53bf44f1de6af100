import { findApproval, isPermitted } from '../../approvals/index.ts';
import type { Decision, ToolRequest } from '../../bus/index.ts';
import { isDeeperThan, MAX_ARGUMENTS_DEPTH, MAX_ARGUMENTS_LENGTH } from '../../core/json/bounds.ts';
import { realArguments } from '../../gateway/index.ts';
import type { Tool } from '../../tools/index.ts';
import type { Turn } from './action.ts';
import { needsPerson, permissionOf } from './consent.ts';

/**
 * The arguments a call is carried out with. The model may have written placeholders of the session's personal data; their
 * values go in where the person is asked and sees them, where the person has agreed to just these or to this host, and
 * where nothing leaves the account. Any other tool gets the placeholders: whoever speaks through a model cannot send it
 * somewhere with what it never saw.
 */
export const valuesFor = async (
  work: Turn,
  { call, tool, decision }: { call: ToolRequest; tool: Tool; decision: Decision | undefined },
): Promise<string> => {
  const { project, task } = work.claim;
  if (decision?.status === 'approved') return shownFor(work, call, decision);
  const text = await realArguments(project, task.session_id, call.arguments, tool.parameters);
  if (text === call.arguments) return text;
  const { args, problem } = readArguments(text);
  if (problem !== undefined || staysHere(tool, args)) return text;
  if (await needsPerson(work, { call, tool, text, args })) return text;
  const isAllowed = await isPermitted(project, work.agent.agent_key, permissionOf(tool, args));
  return isAllowed ? text : call.arguments;
};

/** What the person saw, not what the placeholders would stand for now: a session learns new values while it waits. */
const shownFor = async ({ claim }: Turn, call: ToolRequest, decision: Decision): Promise<string> => {
  if (!call.arguments.includes('<')) return call.arguments;
  const shown = (await findApproval(claim.project, decision.approval))?.payload.arguments;
  return shown === undefined ? call.arguments : JSON.stringify(shown);
};

const staysHere = (tool: Tool, args: unknown): boolean =>
  tool.origin.kind === 'builtin' && tool.destinationOf(args).host === undefined;

/** The arguments in JavaScript's terms, or what is wrong with their text, in a sentence for the model. */
export const readArguments = (text: string): { args: unknown; problem?: string } => {
  const args = text.length > MAX_ARGUMENTS_LENGTH ? undefined : parsed(text);
  if (args === undefined) {
    return { args, problem: `They have to be JSON of at most ${MAX_ARGUMENTS_LENGTH} characters.` };
  }
  if (!isDeeperThan(MAX_ARGUMENTS_DEPTH, args)) return { args };
  return { args, problem: `They have to be nested at most ${MAX_ARGUMENTS_DEPTH} levels deep.` };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A SyntaxError: not JSON.
    return undefined;
  }
};
