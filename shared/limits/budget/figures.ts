import { isoTime } from '../../core/clock.ts';
import { inDollars } from '../../core/dollars.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { SCHEMA_VERSION, userKeys, type Write } from '../../store/index.ts';
import type { Spending } from './charge.ts';

/** Stands for the agent in figures of calls that no agent made. */
export const NO_AGENT = 'none';

/** Which of a person's figures: those of a day (`2026-11-21`, in UTC), an agent and a model. */
export type FiguresRow = { project: ProjectScope; agent: string | undefined; model: string; at: number };

/** What a call adds to the figures. `cost` in billionths of a US dollar. */
export type Figures = {
  calls: number;
  failed: number;
  milliseconds: number;
  prompt: number;
  completion: number;
  cost: number;
};

export const figuresOf = (spending: Spending): Figures => ({
  calls: 1,
  failed: spending.outcome === 'answered' ? 0 : 1,
  milliseconds: spending.milliseconds,
  prompt: spending.promptTokens,
  completion: spending.completionTokens,
  cost: spending.money,
});

const dayOf = (at: number): string => isoTime(at).slice(0, 10);

/**
 * Adds to the figures of a day. Tokens and cost are counted here alone, call by call; the runs that asked for the calls
 * are counted in the same item, where they end.
 */
const addition = ({ project, agent = NO_AGENT, model, at }: FiguresRow, { cost, ...figures }: Figures): Write => ({
  key: userKeys.usage(project.user, dayOf(at), agent, model),
  update:
    'SET #v = :v, #day = :day, #agent_key = :agent, #project_id = :project, #model = :model ADD #calls :calls, #failed_calls :failed, #call_milliseconds :milliseconds, #prompt_tokens :prompt, #completion_tokens :completion, #cost :cost',
  values: {
    v: SCHEMA_VERSION,
    day: dayOf(at),
    agent,
    project: project.projectId,
    model,
    ...figures,
    cost: inDollars(cost),
  },
});

/** What calls add to their rows: those of one row in one write, as a transaction may name an item only once. */
export const figuresWrites = (calls: readonly { row: FiguresRow; spending: Spending }[]): Write[] => {
  const byRow = Map.groupBy(calls, ({ row: { agent, model, at } }) => JSON.stringify([agent, model, dayOf(at)]));
  return [...byRow.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const figures = others.reduce((all, { spending }) => sumOf(all, figuresOf(spending)), figuresOf(first.spending));
    return [addition(first.row, figures)];
  });
};

/** Moves figures from one row to another. The rows may be the same, which a transaction may name only once. */
export const figuresInstead = (
  before: { row: FiguresRow; figures: Figures },
  row: FiguresRow,
  spending: Spending,
): Write[] => {
  const after = figuresOf(spending);
  const isSame = before.row.model === row.model && dayOf(before.row.at) === dayOf(row.at);
  if (isSame) return [addition(row, combined(after, before.figures))];
  return [addition(before.row, combined(NONE, before.figures)), addition(row, after)];
};

const sumOf = (one: Figures, other: Figures): Figures =>
  Object.fromEntries(
    Object.entries(one).map(([name, value]) => [name, value + other[name as keyof Figures]]),
  ) as Figures;

const NONE: Figures = { calls: 0, failed: 0, milliseconds: 0, prompt: 0, completion: 0, cost: 0 };

const combined = (figures: Figures, without: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, value - without[name as keyof Figures]]),
  ) as Figures;
