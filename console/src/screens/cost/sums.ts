import type { components } from '../../../../clients/typescript/src/index.ts';

export type UsageDay = components['schemas']['UsageDay'];
export type SessionUsage = components['schemas']['SessionUsage'];

/** What calls of models needed together. `cost` in US dollars. */
export type Sum = {
  calls: number;
  failed_calls: number;
  prompt_tokens: number;
  completion_tokens: number;
  cost: number;
};

export const NOTHING: Sum = { calls: 0, failed_calls: 0, prompt_tokens: 0, completion_tokens: 0, cost: 0 };

const FIGURES = Object.keys(NOTHING) as (keyof Sum)[];

export const plus = (one: Sum, other: Sum): Sum =>
  Object.fromEntries(FIGURES.map((figure) => [figure, one[figure] + other[figure]])) as Sum;

export const total = (of: readonly Sum[]): Sum => of.reduce(plus, NOTHING);

export type Group = Sum & { key: string };

/** Sums of everything with the same key, the dearest first, and among equals those with the most calls. */
export const sumBy = <T extends Sum>(items: readonly T[], keyOf: (item: T) => string): Group[] =>
  [...Map.groupBy(items, keyOf)]
    .map(([key, group]) => ({ key, ...total(group) }))
    .toSorted((one, other) => other.cost - one.cost || other.calls - one.calls || one.key.localeCompare(other.key));

/** A sum for each of the days, also for those on which nothing happened. */
export const byDay = (items: readonly UsageDay[], days: readonly string[]): Group[] => {
  const known = new Map(sumBy(items, ({ day }) => day).map((one) => [one.key, one]));
  return days.map((key) => known.get(key) ?? { key, ...NOTHING });
};

/** The part of a whole, 0 to 1; nothing of nothing is nothing. */
export const share = (part: number, whole: number): number => (whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0);
