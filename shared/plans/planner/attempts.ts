import { addUsage } from '../../bus/index.ts';
import { ModelError, type ResponseFormat } from '../../gateway/index.ts';
import { checkGraph, type GraphContext } from '../graph/check.ts';
import type { GraphError, PlannedTask } from '../graph/graph.ts';
import { askPlanner, type Chat, type PlannerReply, type PlanningUsage } from './ask.ts';
import type { Goal } from './goal.ts';
import { planningPrompt, repairPrompt } from './prompt.ts';
import { answerFormat, parseReply } from './reply.ts';

/** How often the model may correct its own answer. */
const MAX_REPAIRS = 2;

/** The outcome: the graph if there is a valid one, otherwise all drafts, newest first. */
export type Attempts = {
  tasks?: PlannedTask[];
  repairs: number;
  drafts: unknown[];
  errors: GraphError[];
  usesHistory: boolean;
  usage?: PlanningUsage;
  /** Ended the attempts; what was drafted before still counts. */
  failure?: unknown;
};

/** Asks for a plan until one is valid, each time with the errors of the previous one. */
export const askUntilValid = async (goal: Goal, context: GraphContext, chat: Chat): Promise<Attempts> => {
  const prompt = planningPrompt(goal);
  const asking = planner(goal, chat);
  const attempts: Attempts = { repairs: 0, drafts: [], errors: [], usesHistory: true };
  let messages = prompt;
  for (; attempts.repairs <= MAX_REPAIRS; attempts.repairs += 1) {
    let reply: PlannerReply;
    try {
      reply = await asking(messages, attempts.repairs);
    } catch (failure) {
      return { ...attempts, failure };
    }
    attempts.usage = addUsage(attempts.usage, reply.usage);
    const parsed = parseReply(reply.text, reply.brokeOff);
    if ('draft' in parsed) {
      attempts.drafts.unshift(parsed.draft);
      attempts.usesHistory = parsed.usesHistory;
      const checked = checkGraph(parsed.draft, context);
      if (checked.ok) return { ...attempts, tasks: checked.tasks };
      attempts.errors = checked.errors;
    } else {
      attempts.errors = parsed.errors;
    }
    messages = repairPrompt(prompt, reply.text, attempts.errors);
  }
  return attempts;
};

/** Some providers refuse every request with a response format. For them the prompt alone describes it. */
const planner = (goal: Goal, chat: Chat) => {
  let form: ResponseFormat | undefined = answerFormat(goal.agents.map(({ name }) => name));
  const ask = async (messages: ReturnType<typeof planningPrompt>, repair: number): Promise<PlannerReply> => {
    try {
      return await askPlanner(goal, { messages, repair, form }, chat);
    } catch (error) {
      if (!form || !(error instanceof ModelError) || error.reason !== 'refused') throw error;
      form = undefined;
      return ask(messages, repair);
    }
  };
  return ask;
};
