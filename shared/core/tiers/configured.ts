import * as z from 'zod';
import { dollars, inDollars } from '../dollars.ts';
import { BUILT_IN_TIERS } from './built-in.ts';
import { type Tier, type TierChanges, tierChangesSchema, tierNameSchema, tierSchema } from './schema.ts';

export const configuredTiersSchema = z.record(tierNameSchema, tierChangesSchema);

/** The built-in tiers as changed, and those that are added. Throws a `ZodError` that names every fault, by tier and field. */
export const tiersWith = (configured: unknown): ReadonlyMap<string, Tier> => {
  const changes = configuredTiersSchema.parse(configured);
  const builtIn: Record<string, Tier> = BUILT_IN_TIERS;
  const names = new Set([...Object.keys(builtIn), ...Object.keys(changes)]);
  return new Map(
    [...names].map((name) => {
      const standing = Object.hasOwn(builtIn, name) ? builtIn[name] : undefined;
      const change = Object.hasOwn(changes, name) ? changes[name] : undefined;
      return [name, change ? tierOf(name, standing, change) : (standing as Tier)];
    }),
  );
};

const tierOf = (name: string, standing: Tier | undefined, change: TierChanges): Tier => {
  const month = standing && { ...standing.month, money: inDollars(standing.month.money) };
  const whole = {
    ...standing,
    ...change,
    month: { ...month, ...change.month },
    answer: { ...standing?.answer, ...change.answer },
    prompt: { ...standing?.prompt, ...change.prompt },
    minute: { ...standing?.minute, ...change.minute },
  };
  const result = z.object({ [name]: tierSchema }).parse({ [name]: whole })[name] as Tier;
  return { ...result, month: { ...result.month, money: dollars(result.month.money) } };
};
