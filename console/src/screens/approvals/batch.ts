import type { Approval, BatchOutcome } from '../../app/project/decide.ts';

/** So many may be decided at once. */
export const MAX_BATCH = 50;

/** The selection without what is no longer there to be decided. */
export const stillThere = (selected: ReadonlySet<string>, items: readonly Approval[]): string[] =>
  items.filter(({ id, status }) => status === 'pending' && selected.has(id)).map(({ id }) => id);

export const toggled = (selected: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
};

/** The riskiest of those that are selected: it is said before they are approved together. */
export const highestRisk = (ids: readonly string[], items: readonly Approval[]): Approval['risk'] => {
  const risks = new Set(items.filter(({ id }) => ids.includes(id)).map(({ risk }) => risk));
  return risks.has('high') ? 'high' : risks.has('medium') ? 'medium' : 'low';
};

export type BatchResult = { decided: number; failed: readonly { id: string; error: string }[] };

export const resultOf = ({ items }: BatchOutcome): BatchResult => ({
  decided: items.filter(({ error }) => error === undefined).length,
  failed: items.flatMap(({ id, error }) => (error === undefined ? [] : [{ id, error }])),
});
