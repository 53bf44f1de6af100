import { Defect } from '../../core/errors.ts';
import { matchesModel } from '../../core/model-pattern.ts';

/** Billionths of a US dollar: every price of a token is a whole number of them, so that sums stay exact. */
export const dollars = (amount: number): number => Math.round(amount * 1_000_000_000);

export const inDollars = (billionths: number): number => billionths / 1_000_000_000;

/** What a user may use; enforced where it is consumed, not where it is shown. */
export type Tier = {
  /** Names, where `*` stands for anything. The deployment's own models are for everybody. */
  models: readonly string[];
  /** Of a calendar month, in UTC. `money` in billionths of a US dollar. */
  month: { money: number; tokens: number; requests: number };
  /** Tokens of one answer: the maximum, and what is reserved for a call that names no maximum. */
  answer: { maxTokens: number; defaultTokens: number };
  /**
   * Of one call: messages, and bytes of everything in them. No tier has more than 4 MB: a call comes in a request, and
   * Lambda takes 6 MB for the whole event, in which the escaped body is longer than the prompt.
   */
  prompt: { messages: number; bytes: number };
  /** Model calls in progress at the same time. */
  concurrentCalls: number;
  projects: number;
  /** In one project. */
  agents: number;
};

const MEGABYTE = 1024 * 1024;

const TIERS = {
  free: {
    models: ['*-mini', '*-mini-*', '*-nano', '*-nano-*', 'text-embedding-*'],
    month: { money: dollars(2), tokens: 2_000_000, requests: 2_000 },
    answer: { maxTokens: 8_192, defaultTokens: 4_096 },
    prompt: { messages: 500, bytes: 2 * MEGABYTE },
    concurrentCalls: 10,
    projects: 5,
    agents: 20,
  },
  standard: {
    models: ['*'],
    month: { money: dollars(50), tokens: 50_000_000, requests: 100_000 },
    answer: { maxTokens: 32_768, defaultTokens: 16_384 },
    prompt: { messages: 1_000, bytes: 4 * MEGABYTE },
    concurrentCalls: 100,
    projects: 50,
    agents: 200,
  },
  pro: {
    models: ['*'],
    month: { money: dollars(500), tokens: 500_000_000, requests: 1_000_000 },
    answer: { maxTokens: 128_000, defaultTokens: 32_768 },
    prompt: { messages: 2_000, bytes: 4 * MEGABYTE },
    concurrentCalls: 300,
    projects: 200,
    agents: 1_000,
  },
} as const satisfies Record<string, Tier>;

export type TierName = keyof typeof TIERS;

/** For users without an account. */
export const DEFAULT_TIER: TierName = 'free';

export const tierNamed = (name: string): Tier => {
  if (!Object.hasOwn(TIERS, name)) throw new Defect(`An account names the tier "${name}", which does not exist.`);
  return TIERS[name as TierName];
};

export const admitsModel = (tier: Tier, model: string): boolean =>
  tier.models.some((pattern) => matchesModel(pattern, model));
