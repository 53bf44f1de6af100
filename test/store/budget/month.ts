import { authenticated, type ProjectScope } from '../../../shared/core/scope.ts';
import { BUILT_IN_TIERS } from '../../../shared/core/tiers/built-in.ts';
import {
  type Amount,
  type Budget,
  findBudget,
  monthOf,
  type Reservation,
  reserve,
  reserved,
  type Spending,
  type Tier,
} from '../../../shared/limits/index.ts';

let people = 0;

/** Somebody new, who has spent nothing. */
export const somebody = (): ProjectScope => {
  people += 1;
  return authenticated({ userId: `alice${people}` }).inProject('default');
};

export const NOW = Date.UTC(2026, 10, 21, 12);

export const startedClock = (time = NOW) => {
  const clock = { time, now: () => clock.time };
  return clock;
};

export const tierWith = (month: Partial<Amount>, more: Partial<Tier> = {}): Tier => ({
  ...BUILT_IN_TIERS.standard,
  concurrentCalls: 300,
  ...more,
  month: { money: 1_000_000, tokens: 1_000_000, requests: 1_000_000, ...month },
});

export const amountOf = (money: number, tokens = 10): Amount => ({ money, tokens, requests: 1 });

export const take = (
  project: ProjectScope,
  tier: Tier,
  amount: Amount,
  { clock = startedClock(), key }: { clock?: { now(): number }; key?: string } = {},
): Promise<Reservation> => {
  const prompt = { money: Math.floor(amount.money / 10), tokens: 1, requests: 1 };
  const wish = { amount, prompt, model: 'gpt-4.1', purpose: 'chat', session: 'ses_1', ...(key && { key }) };
  return reserve(project, tier, wish, clock);
};

export const spentOf = (amount: Amount, more: Partial<Spending> = {}): Spending => ({
  ...amount,
  outcome: 'answered',
  model: 'gpt-4.1',
  promptTokens: amount.tokens,
  completionTokens: 0,
  estimated: false,
  milliseconds: 5,
  ...more,
});

export const budgetOf = async (project: ProjectScope, now = NOW): Promise<Budget> => {
  const budget = await findBudget(project, monthOf(now));
  if (!budget) throw new Error('Nothing was reserved.');
  return budget;
};

/** What must hold at every moment: nothing is lost, nothing is made, and no more is promised than there is. */
export const isBalanced = (budget: Budget): boolean => {
  const open = reserved(budget);
  return (['money', 'tokens', 'requests'] as const).every(
    (part) => budget.left[part] >= 0 && budget.limit[part] === budget.left[part] + budget.spent[part] + open[part],
  );
};
