import { ModelError, type ResponseFormat } from '../../gateway/index.ts';
import { checkGraph, type GraphContext } from '../graph/check.ts';
import type { GraphError, PlannedTask } from '../graph/graph.ts';
import { answerFormat, readAnswer } from './answer.ts';
import { askPlanner, type Chat, type PlanningUsage, type Said, together } from './ask.ts';
import { planningPrompt, repairPrompt } from './prompt.ts';
import type { Wish } from './wish.ts';

/** How often the model may mend its own answer. */
const MOST_REPAIRS = 2;

/** What came of asking: the graph if there is a valid one, and else all that was drafted, newest first. */
export type Attempts = {
  tasks?: PlannedTask[];
  repairs: number;
  drafts: unknown[];
  errors: GraphError[];
  usesHistory: boolean;
  usage?: PlanningUsage;
  /** Ended the asking; what was drafted before still counts. */
  failure?: unknown;
};

/** Asks for a plan until one is valid, each time with what is wrong with the one before. */
export const askUntilValid = async (wish: Wish, context: GraphContext, chat: Chat): Promise<Attempts> => {
  const prompt = planningPrompt(wish);
  const asking = planner(wish, chat);
  const attempts: Attempts = { repairs: 0, drafts: [], errors: [], usesHistory: true };
  let messages = prompt;
  for (; attempts.repairs <= MOST_REPAIRS; attempts.repairs += 1) {
    let said: Said;
    try {
      said = await asking(messages, attempts.repairs);
    } catch (failure) {
      return { ...attempts, failure };
    }
    attempts.usage = together(attempts.usage, said.usage);
    const answer = readAnswer(said.text, said.brokeOff);
    if ('draft' in answer) {
      attempts.drafts.unshift(answer.draft);
      attempts.usesHistory = answer.usesHistory;
      const checked = checkGraph(answer.draft, context);
      if (checked.ok) return { ...attempts, tasks: checked.tasks };
      attempts.errors = checked.errors;
    } else {
      attempts.errors = answer.errors;
    }
    messages = repairPrompt(prompt, said.text, attempts.errors);
  }
  return attempts;
};

/** Some providers refuse every request that demands a form. They are asked in words alone, which name it as well. */
const planner = (wish: Wish, chat: Chat) => {
  let form: ResponseFormat | undefined = answerFormat(wish.agents.map(({ name }) => name));
  const ask = async (messages: ReturnType<typeof planningPrompt>, repair: number): Promise<Said> => {
    try {
      return await askPlanner(wish, { messages, repair, form }, chat);
    } catch (error) {
      if (!form || !(error instanceof ModelError) || error.reason !== 'refused') throw error;
      form = undefined;
      return ask(messages, repair);
    }
  };
  return ask;
};
