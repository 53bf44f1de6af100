import * as z from 'zod';
import type { OwnBudget } from '../accounts/index.ts';
import { type Profile, userOf, userSchema } from '../identity/index.ts';
import { dollars, inDollars } from '../limits/index.ts';

/** A month of one's own instead of the tier's, part by part; `cost` in US dollars. */
export const publicBudgetSchema = z
  .strictObject({
    cost: z.number().min(0).max(1_000_000),
    tokens: z.int().min(0).max(1_000_000_000_000),
    requests: z.int().min(0).max(1_000_000_000),
  })
  .partial()
  .meta({ id: 'OwnBudget' });
type PublicBudget = z.infer<typeof publicBudgetSchema>;

export const storedBudget = ({ cost, tokens, requests }: PublicBudget): OwnBudget => ({
  ...(cost !== undefined && { money: dollars(cost) }),
  ...(tokens !== undefined && { tokens }),
  ...(requests !== undefined && { requests }),
});

const publicBudget = ({ money, tokens, requests }: OwnBudget): PublicBudget => ({
  ...(money !== undefined && { cost: inDollars(money) }),
  ...(tokens !== undefined && { tokens }),
  ...(requests !== undefined && { requests }),
});

/** A person as administrators see them. */
export const managedUserSchema = userSchema
  .extend({ locked: z.boolean(), budget: publicBudgetSchema.nullable() })
  .meta({ id: 'ManagedUser' });
export type ManagedUser = z.infer<typeof managedUserSchema>;

export const managedUserOf = (profile: Profile): ManagedUser => ({
  ...userOf(profile),
  locked: profile.locked ?? false,
  budget: profile.budget ? publicBudget(profile.budget) : null,
});
