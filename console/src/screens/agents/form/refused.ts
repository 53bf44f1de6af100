import type { Problem } from '../../../api/problem.ts';
import { texts } from '../../../texts/index.ts';

/**
 * An API key without the scope for it may not let more happen unasked. The answer names each respect by a path; several share one, so
 * only the sentence is the person's.
 */
export const explained = (problem: Problem | undefined): Problem | undefined =>
  problem?.code === 'approvals_scope_required' ? { ...problem, code: '', detail: texts().agents.needsPerson } : problem;

/** What is wrong with a list, or with the first of its entries that something is wrong with. */
export const errorUnder = (errors: Readonly<Record<string, string>>, path: string): string | undefined =>
  Object.entries(errors).find(([one]) => one === path || one.startsWith(`${path}.`))?.[1];
