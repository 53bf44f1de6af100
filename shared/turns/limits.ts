import type { AgentConfig } from '../agents/index.ts';
import type { JournalStep, RunError } from '../bus/index.ts';
import { MINUTE } from '../core/clock.ts';
import { usageOf } from './conversation.ts';

/** A turn that reached one of its limits. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
  readonly error: RunError;

  constructor(limit: string, detail: string) {
    super(detail);
    this.error = { error_code: `limit_${limit}`, detail };
  }
}

/** Before each further model call: steps, tokens, money and time of the run so far. */
export const checkLimits = (
  limits: AgentConfig['limits'],
  journal: JournalStep[],
  { begun, now }: { begun: number; now: number },
): void => {
  const usage = usageOf(journal);
  const tokens = (usage?.prompt_tokens ?? 0) + (usage?.completion_tokens ?? 0);
  if (journal.length >= limits.max_steps) {
    throw new LimitReached('steps', `The agent took ${limits.max_steps} steps without reaching an answer.`);
  }
  if (tokens >= limits.max_tokens)
    throw new LimitReached('tokens', `The agent used up its ${limits.max_tokens} tokens.`);
  if (limits.max_cost !== undefined && (usage?.cost ?? 0) >= limits.max_cost) {
    throw new LimitReached('cost', `The agent used up its ${limits.max_cost} USD.`);
  }
  if (now - begun > limits.max_minutes * MINUTE) {
    throw new LimitReached('time', `The agent did not answer within ${limits.max_minutes} minutes.`);
  }
};

/** Before each further model call of a plan's task; `left` in USD, absent without a budget. */
export const checkBudget = (left: number | undefined): void => {
  if (left !== undefined && left <= 0) throw new LimitReached('budget', 'The run used up its budget.');
};
