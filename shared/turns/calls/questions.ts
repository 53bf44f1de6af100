import { agentId, findStoredAgent } from '../../agents/index.ts';
import { askPerson } from '../../approvals/index.ts';
import { type Decision, parkForAgent } from '../../bus/index.ts';
import { NotFound } from '../../core/errors.ts';
import type { Action, CallOutcome, Turn } from './action.ts';
import { record } from './execute.ts';

/** A question to another agent: the task waits until it has answered. */
export const askOther = async (work: Turn, { call, text, args, consent }: Action): Promise<CallOutcome> => {
  const { claim, writer } = work;
  const { agent, message } = args as { agent: string; message: string };
  try {
    const other = await findStoredAgent(claim.project, agent);
    await writer.flush();
    const asked = await parkForAgent(
      claim,
      {
        agent: { key: other.agent_key, id: agentId(claim.project, other), name: other.name, version: other.version },
        question: message,
      },
      { expectedEnd: writer.end },
    );
    if (asked.asked) return 'parked';
    return 'lost' in asked
      ? 'lost'
      : record(work, call, { args: text, consent, outcome: 'error', content: asked.refused });
  } catch (error) {
    if (error instanceof NotFound)
      return record(work, call, {
        args: text,
        consent,
        outcome: 'error',
        content: `There is no agent named "${agent}".`,
      });
    throw error;
  }
};

/** A question to the person: what they answer is the result. */
export const personal = async (work: Turn, { call, text, args }: Action, decision?: Decision): Promise<CallOutcome> => {
  if (decision) {
    const said = decision.reason ?? decision.arguments ?? 'yes';
    return record(work, call, { args: text, outcome: 'done', content: `The person answers: ${said}` });
  }
  await work.writer.flush();
  const { question } = args as { question: string };
  const parked = await askPerson(
    work.claim,
    { about: 'question', risk: 'low', payload: { question } },
    { expectedEnd: work.writer.end },
  );
  return parked ? 'parked' : 'lost';
};
