import { agentId, findStoredAgent, type StoredAgent } from '../agents/index.ts';
import { askPerson, isPermitted, permissionFor, type Risk, risks } from '../approvals/index.ts';
import {
  announceEffect,
  askAgent,
  type Claim,
  type Decision,
  recordStep,
  type ToolRequest,
  type ToolStep,
} from '../bus/index.ts';
import { NotFound } from '../core/errors.ts';
import type { EventWriter } from '../events/index.ts';
import { log } from '../observability/log.ts';
import { type Tool, type Toolbox, ToolUnavailable } from '../tools/index.ts';

/** Recorded: the journal has the result. Parked: the task waits and its slot is free. Lost: it is another worker's. */
export type CallOutcome = { recorded: ToolStep } | 'parked' | 'lost';

export type Work = {
  claim: Claim;
  agent: StoredAgent;
  toolbox: Toolbox;
  writer: EventWriter;
  signal: AbortSignal;
  /** How often the person has rejected calls of this tool in this run. */
  rejections: (tool: string) => number;
};

/** After so many rejections of one tool in a run nobody is asked again. */
const MOST_REJECTIONS = 3;

/** Carries out one call of the model, from where an earlier worker may have left it. */
export const performCall = async (work: Work, call: ToolRequest): Promise<CallOutcome> => {
  const tool = work.toolbox.find(call.name);
  if (!tool) return missing(work, call);
  const decision = work.claim.task.decision?.step === work.claim.task.step ? work.claim.task.decision : undefined;
  const text = decision?.arguments ?? work.claim.task.intent?.arguments ?? call.arguments;
  const args = text.length > LONGEST_ARGUMENTS ? undefined : parsed(text);
  const problems =
    args === undefined
      ? [`The arguments have to be JSON of at most ${LONGEST_ARGUMENTS} characters.`]
      : work.toolbox.validate(tool, args);
  if (problems.length > 0)
    return record(work, call, text, 'invalid', `The arguments are not valid: ${problems.join(' ')}`);
  if (decision && decision.status !== 'approved') return refused(work, call, text, decision);
  if (work.claim.task.intent) return resume(work, call, tool, args, text, decision);
  if (call.name === ASK_PERSON) return personal(work, call, text, args, decision);
  if (!decision && (await needsPerson(work, tool, args))) {
    if (work.rejections(tool.name) >= MOST_REJECTIONS) {
      return record(work, call, text, 'rejected', 'The person has rejected this three times. Do not ask again.');
    }
    return park(work, tool, args, 'tool', tool.riskOf(args));
  }
  if (call.name === ASK_AGENT) return askOther(work, call, text, args as { agent: string; message: string });
  return execute(work, call, tool, args, text);
};

/** Arguments are stored with intents, decisions and questions, in items of at most 400 KB. */
const LONGEST_ARGUMENTS = 64 * 1024;

/** A tool of a server that is down is not the model's mistake. */
const missing = (work: Work, call: ToolRequest): Promise<CallOutcome> => {
  const { unavailable } = work.toolbox;
  if (unavailable.length > 0) return record(work, call, call.arguments, 'error', unavailable.join(' '));
  return record(work, call, call.arguments, 'invalid', `There is no tool named "${call.name}".`);
};

const ASK_AGENT = 'ask_agent';
const ASK_PERSON = 'ask_person';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text === '' ? '{}' : text) as unknown;
  } catch {
    return undefined;
  }
};

const refused = (work: Work, call: ToolRequest, text: string, decision: Decision): Promise<CallOutcome> => {
  const because = decision.reason === undefined ? '' : ` Reason: ${decision.reason}`;
  if (decision.kind === 'unknown_outcome') {
    return record(work, call, text, 'unknown', `Whether this happened is unknown, and it was not repeated.${because}`);
  }
  return decision.status === 'expired'
    ? record(work, call, text, 'expired', 'Nobody decided in time, so this was not done.')
    : record(work, call, text, 'rejected', `The person rejected this.${because}`);
};

const reaches = (risk: Risk, least: Risk): boolean => risks.indexOf(risk) >= risks.indexOf(least);

const needsPerson = async ({ claim, agent }: Work, tool: Tool, args: unknown): Promise<boolean> => {
  const risk = tool.riskOf(args);
  if (!reaches(risk, agent.config.approval.min_risk)) return false;
  return risk === 'high' || !(await isPermitted(claim.project, agent.agent_key, permissionOf(tool, args)));
};

const permissionOf = (tool: Tool, args: unknown): string =>
  permissionFor({
    name: tool.name,
    definition: tool.origin.kind === 'mcp' ? `${tool.origin.url} ${tool.origin.hash}` : 'builtin',
    ...tool.placeOf(args),
  });

/** Everything that was said so far stands in the log before the question does. */
const park = async (
  work: Work,
  tool: Tool,
  args: unknown,
  about: 'tool' | 'unknown_outcome',
  risk: Risk,
): Promise<CallOutcome> => {
  await work.writer.flush();
  const parked = await askPerson(
    work.claim,
    {
      about,
      risk,
      payload: { tool: tool.name, description: tool.description, arguments: args, ...tool.placeOf(args) },
      ...(about === 'tool' && { schema: tool.parameters }),
      ...(about === 'tool' && risk !== 'high' && { permission: permissionOf(tool, args) }),
    },
    work.writer.end,
  );
  return parked ? 'parked' : 'lost';
};

/** An effect was announced and has no result: the worker before this one stopped in between. */
const resume = async (
  work: Work,
  call: ToolRequest,
  tool: Tool,
  args: unknown,
  text: string,
  decision?: Decision,
): Promise<CallOutcome> => {
  const mayRepeat = tool.repeatOf(args) !== 'unknown';
  if (mayRepeat) return run(work, call, tool, args, text);
  if (decision?.kind !== 'unknown_outcome') return park(work, tool, args, 'unknown_outcome', tool.riskOf(args));
  return execute(work, call, tool, args, text);
};

const execute = async (
  work: Work,
  call: ToolRequest,
  tool: Tool,
  args: unknown,
  text: string,
): Promise<CallOutcome> => {
  if (tool.repeatOf(args) !== 'safe' && !(await announceEffect(work.claim, text))) return 'lost';
  return run(work, call, tool, args, text);
};

const run = async (work: Work, call: ToolRequest, tool: Tool, args: unknown, text: string): Promise<CallOutcome> => {
  const { claim, agent, writer, signal } = work;
  const { task, project } = claim;
  const ids = { run_id: task.run_id, task_id: task.task_id, step: task.step, tool: tool.name };
  writer.emit({ event_type: 'tool_called', payload: { ...ids, arguments: args, ...tool.placeOf(args) } });
  try {
    const result = await tool.run(args, {
      project,
      agent: { key: agent.agent_key, name: agent.name },
      session: task.session_id,
      run: task.run_id,
      task: task.task_id,
      idempotencyKey: task.intent?.key ?? `${task.task_id}-${task.step}`,
      signal: AbortSignal.any([signal, AbortSignal.timeout(tool.timeoutMs)]),
    });
    return await record(work, call, text, result.isError ? 'error' : 'done', result.content);
  } catch (error) {
    if (signal.aborted) throw error;
    log.warn('A tool failed.', { tool: tool.origin.kind, failure: error instanceof Error ? error.name : 'unknown' });
    if (tool.repeatOf(args) === 'unknown' && !(error instanceof ToolUnavailable))
      return park(work, tool, args, 'unknown_outcome', tool.riskOf(args));
    return record(work, call, text, 'error', `The tool "${tool.name}" cannot be reached at the moment.`);
  }
};

const askOther = async (
  work: Work,
  call: ToolRequest,
  text: string,
  args: { agent: string; message: string },
): Promise<CallOutcome> => {
  const { claim, writer } = work;
  try {
    const other = await findStoredAgent(claim.project, args.agent);
    await writer.flush();
    const asked = await askAgent(
      claim,
      { key: other.agent_key, id: agentId(claim.project, other), name: other.name, version: other.version },
      args.message,
      writer.end,
    );
    if (asked.asked) return 'parked';
    return 'lost' in asked ? 'lost' : record(work, call, text, 'error', asked.refused);
  } catch (error) {
    if (error instanceof NotFound) return record(work, call, text, 'error', `There is no agent named "${args.agent}".`);
    throw error;
  }
};

/** A question to the person: what they answer is the result. */
const personal = async (
  work: Work,
  call: ToolRequest,
  text: string,
  args: unknown,
  decision?: Decision,
): Promise<CallOutcome> => {
  if (decision) {
    const said = decision.reason ?? 'yes';
    return record(work, call, text, 'done', `The person answers: ${said}`);
  }
  await work.writer.flush();
  const { question } = args as { question: string };
  const parked = await askPerson(
    work.claim,
    { about: 'question', risk: 'low', payload: { question } },
    work.writer.end,
  );
  return parked ? 'parked' : 'lost';
};

const record = async (
  work: Work,
  call: ToolRequest,
  args: string,
  outcome: ToolStep['outcome'],
  content: string,
): Promise<CallOutcome> => {
  const step: ToolStep = { kind: 'tool', call, arguments: args, content, outcome };
  const { task } = work.claim;
  if (!(await recordStep(work.claim, step))) return 'lost';
  work.writer.emit({
    event_type: 'tool_result',
    payload: {
      run_id: task.run_id,
      task_id: task.task_id,
      step: task.step,
      tool: call.name,
      outcome,
      content: excerpt(content),
    },
  });
  return { recorded: step };
};

/** An event shows the beginning; the journal has the whole. */
const excerpt = (text: string): string => (text.length <= 2_000 ? text : `${text.slice(0, 2_000)}…`);
