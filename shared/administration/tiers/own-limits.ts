import * as z from 'zod';
import { findAccount } from '../../accounts/index.ts';
import { isoTime } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import {
  type Amount,
  DEFAULT_TIER,
  findBudget,
  inDollars,
  monthOf,
  NOTHING,
  plus,
  reserved,
  tierOf,
} from '../../limits/index.ts';
import { configuredTierShown, managedTierSchema } from './public-tier.ts';

/** `money` in US dollars. */
const amountSchema = z.object({ money: z.number(), tokens: z.int(), requests: z.int() });

/** What somebody may use: their tier, with their own budget instead of its month where they have one. */
export const ownLimitsSchema = managedTierSchema
  .omit({ name: true, source: true, version: true, updated_at: true, updated_by: true })
  .extend({
    tier: z.string(),
    used: amountSchema.describe('Of this month, with what calls under way may cost at most.'),
    held: amountSchema.describe('The part of it that is held for calls under way.'),
    resets_at: z.string(),
  })
  .meta({ id: 'OwnLimits' });
export type OwnLimits = z.infer<typeof ownLimitsSchema>;

/** Throws 403 for an account that is locked. */
export const ownLimits = async (project: ProjectScope, now: number): Promise<OwnLimits> => {
  const [account, tier, budget] = await Promise.all([
    findAccount(project.user),
    tierOf(project.user),
    findBudget(project, monthOf(now)),
  ]);
  const name = account?.tier ?? DEFAULT_TIER;
  const { name: _, source, version, updated_at, updated_by, ...limits } = configuredTierShown(name, tier);
  const held = budget ? reserved(budget) : NOTHING;
  return {
    ...limits,
    tier: name,
    used: shown(budget ? plus(budget.spent, held) : NOTHING),
    held: shown(held),
    resets_at: isoTime(nextMonth(now)),
  };
};

const shown = (amount: Amount): z.infer<typeof amountSchema> => ({ ...amount, money: inDollars(amount.money) });

const nextMonth = (now: number): number => {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
};
