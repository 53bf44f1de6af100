import { Defect } from '../../core/errors.ts';
import {
  type ChatMessage,
  type ModelCall,
  type ModelEvent,
  type ResponseFormat,
  type Spent,
  spentOn,
} from '../../gateway/index.ts';
import type { Goal } from './goal.ts';

export type Chat = (call: ModelCall) => AsyncIterable<ModelEvent>;

/** `cost` in USD; without it the price is not known. */
export type PlanningUsage = Spent;

export type PlannerReply = { text: string; brokeOff: boolean; usage: PlanningUsage };

/** `repair` counts the answers of one attempt, each of which is charged by itself. */
export type PlannerCall = { messages: ChatMessage[]; repair: number; form: ResponseFormat | undefined };

/** One answer of the planning model. */
export const askPlanner = async (
  goal: Goal,
  { messages, repair, form }: PlannerCall,
  chat: Chat,
): Promise<PlannerReply> => {
  const { project, session, run, round, attempt, config, signal } = goal;
  let text = '';
  let said: PlannerReply | undefined;
  const stream = chat({
    scope: project,
    purpose: 'planning',
    session,
    key: `${run}_plan_${round}_${attempt}_${repair}`,
    messages,
    ...(form && { responseFormat: form }),
    ...(config.model !== null && { model: config.model }),
    ...(signal && { signal }),
  });
  for await (const event of stream) {
    if (event.kind === 'text') text += event.text;
    if (event.kind !== 'end') continue;
    said = { text, brokeOff: event.finish === 'length', usage: spentOn(event) };
  }
  if (!said) throw new Defect('The gateway ended an answer without its end.');
  return said;
};
