import type { GraphError } from './graph.ts';

/** More errors than this help neither a person nor a model. */
const MAX_SHOWN = 20;

const byPath = new Intl.Collator('en', { numeric: true });

/** The first errors in the order of the graph, and how many more there are. */
export const bounded = (errors: GraphError[]): GraphError[] => {
  const sorted = errors.toSorted((a, b) => byPath.compare(a.path, b.path));
  if (sorted.length <= MAX_SHOWN) return sorted;
  const rest = sorted.length - MAX_SHOWN;
  return [...sorted.slice(0, MAX_SHOWN), { path: 'plan', message: `… and ${rest} more.` }];
};

/** Names in one sentence, a long list cut. */
export const listed = (names: readonly string[]): string => {
  const rest = names.length - MAX_SHOWN;
  return names.slice(0, MAX_SHOWN).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
};
