import { consentTo, type Decision, type ToolRequest } from '../../bus/index.ts';
import type { Action, CallOutcome, Turn } from './action.ts';
import { readArguments, valuesFor } from './arguments.ts';
import { isFor, needsPerson, park } from './consent.ts';
import { execute, record, run } from './execute.ts';
import { askOther, personal } from './questions.ts';

/** After so many rejections of one tool in a run nobody is asked again. */
const MAX_REJECTIONS = 3;

const ASK_AGENT = 'ask_agent';
const ASK_PERSON = 'ask_person';

/** Carries out one call of the model, from where an earlier worker may have left it. */
export const performCall = async (work: Turn, call: ToolRequest): Promise<CallOutcome> => {
  const tool = work.toolbox.find(call.name);
  if (!tool) return missing(work, call);
  const { task } = work.claim;
  const decided = task.decision?.step === task.step ? task.decision : undefined;
  const decision = decided && isFor(decided, tool) ? decided : undefined;
  const edited = decision?.kind === 'tool' ? decision.arguments : undefined;
  const text = (edited ?? task.intent?.arguments ?? (await valuesFor(work, { call, tool, decision }))) || '{}';
  const { args, problem } = readArguments(text);
  const problems = problem === undefined ? work.toolbox.validate(tool, args) : [problem];
  if (problems.length > 0)
    return record(work, call, {
      args: text,
      outcome: 'invalid',
      content: `The arguments are not valid: ${problems.join(' ')}`,
    });
  const consent = consentTo(call, { decision, intent: task.intent });
  const action: Action = { call, tool, text, args, consent };
  if (decision && decision.status !== 'approved') return refused(work, action, decision);
  if (task.intent) return resume(work, action, decision);
  if (call.name === ASK_PERSON) return personal(work, action, decision);
  if (!decision && (await needsPerson(work, action))) {
    if (work.rejections(tool.name) < MAX_REJECTIONS) return park(work, action, 'tool');
    return record(work, call, {
      args: text,
      outcome: 'rejected',
      content: 'The person has rejected this three times. Do not ask again.',
    });
  }
  return call.name === ASK_AGENT ? askOther(work, action) : execute(work, action);
};

/** A tool of a server that is down is not the model's mistake; a name that no tool ever had is. */
const missing = (work: Turn, call: ToolRequest): Promise<CallOutcome> => {
  const notice = work.toolbox.whyMissing(call.name);
  if (notice !== undefined) return record(work, call, { args: call.arguments, outcome: 'error', content: notice });
  return record(work, call, {
    args: call.arguments,
    outcome: 'invalid',
    content: `There is no tool named "${call.name}".`,
  });
};

const refused = (work: Turn, { call, text }: Action, decision: Decision): Promise<CallOutcome> => {
  const because = decision.reason === undefined ? '' : ` Reason: ${decision.reason}`;
  if (decision.kind === 'unknown_outcome') {
    return record(work, call, {
      args: text,
      outcome: 'unknown',
      content: `Whether this happened is unknown, and it was not repeated.${because}`,
    });
  }
  return decision.status === 'expired'
    ? record(work, call, { args: text, outcome: 'expired', content: 'Nobody decided in time, so this was not done.' })
    : record(work, call, { args: text, outcome: 'rejected', content: `The person rejected this.${because}` });
};

/** An effect was announced and has no result: the worker before this one stopped in between. */
const resume = (work: Turn, action: Action, decision?: Decision): Promise<CallOutcome> => {
  if (action.tool.repeatOf(action.args) !== 'unknown') return run(work, action);
  return decision?.kind === 'unknown_outcome' ? execute(work, action) : park(work, action, 'unknown_outcome');
};
