import type { Continuation, NewBuild } from '../api.ts';

/** A form's fields, as they are typed. */
export type LimitFields = { max_tokens: string; max_cost: string; max_minutes: string; max_attempts: string };

export const NO_LIMITS: LimitFields = { max_tokens: '', max_cost: '', max_minutes: '', max_attempts: '' };

const NAMES = ['max_tokens', 'max_cost', 'max_minutes', 'max_attempts'] as const;

/** What was typed as numbers; what is empty is left to the service. What is no number is sent as it is, to be refused by name. */
export const limitsOf = (fields: LimitFields): Partial<Record<keyof LimitFields, number>> | undefined => {
  const named = NAMES.flatMap((name) => {
    const typed = fields[name].trim().replace(',', '.');
    return typed === '' ? [] : [[name, Number(typed)] as const];
  });
  return named.length === 0 ? undefined : Object.fromEntries(named);
};

export type Oversight = NonNullable<NewBuild['oversight']>;

export type OrderFields = { request: string; template: string; oversight: Oversight; limits: LimitFields };

export const newBuildOf = ({ request, template, oversight, limits }: OrderFields): NewBuild => {
  const bounds = limitsOf(limits);
  return {
    request: request.trim(),
    oversight,
    ...(template !== '' && { template }),
    ...(bounds && { limits: bounds as NewBuild['limits'] }),
  };
};

export type ContinuationFields = { request: string; limits: LimitFields };

export const continuationOf = ({ request, limits }: ContinuationFields): Continuation => {
  const bounds = limitsOf(limits);
  return { request: request.trim(), ...(bounds && { limits: bounds }) };
};
