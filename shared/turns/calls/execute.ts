import {
  announceEffect,
  type Consent,
  goOnAfterStep,
  recordStep,
  recordWrites,
  type ToolRequest,
  type ToolStep,
} from '../../bus/index.ts';
import { parseExact } from '../../core/json/exact.ts';
import { log } from '../../observability/log.ts';
import { type ToolResult, ToolUnavailable } from '../../tools/index.ts';
import { BesideLost } from '../../workspace/index.ts';
import type { Action, CallOutcome, Turn } from './action.ts';
import { park } from './consent.ts';
import { resultEvent } from './results.ts';

/** Carries an action out for the first time, or once more because a person said so. */
export const execute = async (work: Turn, action: Action): Promise<CallOutcome> => {
  const { tool, text, args, consent } = action;
  if (tool.repeatOf(args) !== 'safe' && !(await announceEffect(work.claim, text, consent))) return 'lost';
  return run(work, action);
};

/** The effect itself, and its record. A tool that may have acted without saying so is a question for the person. */
export const run = async (work: Turn, action: Action): Promise<CallOutcome> => {
  const { claim, agent, writer, signal } = work;
  const { call, tool, text, args, consent } = action;
  const { task, project } = claim;
  const ids = { run_id: task.run_id, task_id: task.task_id, step: task.step, tool: tool.name };
  writer.emit({
    event_type: 'tool_called',
    payload: { ...ids, arguments: parseExact(text), ...tool.destinationOf(args) },
  });
  try {
    const result = await tool.run(args, {
      project,
      agent: { key: agent.agent_key, name: agent.name, version: agent.version },
      session: task.session_id,
      message: task.message_id,
      run: task.run_id,
      task: task.task_id,
      step: task.step,
      written: text,
      record: (done) => recordWrites(claim, stepOf(call, { args: text, consent, ...resultOf(done) })),
      files: work.files,
      idempotencyKey: task.intent?.key ?? `${task.task_id}-${task.step}`,
      signal: AbortSignal.any([signal, AbortSignal.timeout(tool.timeoutMs)]),
    });
    const done: Result = { args: text, consent, ...resultOf(result) };
    if (!result.isRecorded) return await record(work, call, done);
    goOnAfterStep(claim);
    return told(work, call, done);
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof BesideLost) return 'lost';
    log.warn('tool failed', { tool: tool.origin.kind, reason: error instanceof Error ? error.name : 'unknown' });
    if (tool.repeatOf(args) === 'unknown' && !(error instanceof ToolUnavailable))
      return park(work, action, 'unknown_outcome');
    return record(work, call, {
      args: text,
      consent,
      outcome: 'error',
      content: `The tool "${tool.name}" cannot be reached at the moment.`,
    });
  }
};

type Result = Pick<ToolStep, 'outcome' | 'content' | 'touched'> & { args: string; consent?: Consent | undefined };

const resultOf = ({ isError, content, touched = [] }: ToolResult): Pick<Result, 'outcome' | 'content' | 'touched'> => ({
  outcome: isError ? 'error' : 'done',
  content,
  ...(touched.length > 0 && { touched }),
});

/** Puts the result of a call into the journal. */
export const record = async (work: Turn, call: ToolRequest, result: Result): Promise<CallOutcome> =>
  (await recordStep(work.claim, stepOf(call, result))) ? told(work, call, result) : 'lost';

const stepOf = (call: ToolRequest, { args, outcome, content, consent, touched }: Result): ToolStep => ({
  kind: 'tool',
  call,
  arguments: args,
  content,
  outcome,
  ...(consent && { consent }),
  ...(touched && { touched }),
});

/** Announces the step that was just recorded: the task is at the next one. */
const told = ({ claim, writer }: Turn, call: ToolRequest, result: Result): CallOutcome => {
  const recorded = stepOf(call, result);
  writer.emit(resultEvent(claim.task, { number: claim.task.step - 1, step: recorded }));
  return { recorded };
};
