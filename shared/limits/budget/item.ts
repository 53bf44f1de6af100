import * as z from 'zod';
import { DAY, epochSeconds, isoTime } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { type Item, SCHEMA_VERSION, type StoredItem, userKeys } from '../../store/index.ts';
import { type Amount, minus, NOTHING, PARTS, plus, valuesOf } from './amount.ts';

/*
 * What a person may still spend in a month, what is spent, and what is reserved for the calls under way. All of it is one
 * item: a reservation is one conditional write, which no other write can come between, and for each part holds
 *
 *   limit = left + spent + all that is open
 *
 * `left` is taken before a call and never below zero, so the calls under way cannot together spend more than there is.
 */

const count = z.number().int();
const sums = { money: count, tokens: count, requests: count };

/** A reservation for a call in progress. */
const openSchema = z.object({
  ...sums,
  /** Id of the charge this becomes; a repeat of the call under the same key has a different one. */
  charge: z.string(),
  /** The minimum cost once it was sent: its prompt. */
  prompt: z.object(sums),
  begun: count,
  /** By then no worker that could settle it is alive. */
  until: count,
  project_id: z.string(),
  model: z.string(),
  purpose: z.string(),
  agent: z.string().optional(),
  session: z.string().optional(),
  own_key: z.literal(true).optional(),
});
export type OpenReservation = z.infer<typeof openSchema>;

/** A part of a month's budget, held for one call until it is settled. */
export type Reservation = { project: ProjectScope; month: string; key: string; open: OpenReservation };

const budgetSchema = z.object({
  user_id: z.string(),
  project_id: z.string(),
  month: z.string(),
  open: z.record(z.string(), openSchema),
  /** Reservations ever made: tells whether one was made since a reader looked. */
  taken: count,
  due_at: z.number().optional(),
  ...Object.fromEntries(
    PARTS.flatMap((part) => [`limit_${part}`, `left_${part}`, `spent_${part}`].map((n) => [n, count])),
  ),
});

export type Budget = {
  owner: { user_id: string; project_id: string };
  month: string;
  limit: Amount;
  left: Amount;
  spent: Amount;
  open: Record<string, OpenReservation>;
  taken: number;
  dueAt: number | undefined;
};

export const readBudget = (item: Item): Budget => {
  const { user_id, project_id, month, open, taken, due_at, ...rest } = budgetSchema.parse(item);
  const amount = (name: string): Amount =>
    Object.fromEntries(PARTS.map((part) => [part, (rest as Record<string, number>)[`${name}_${part}`]])) as Amount;
  return {
    owner: { user_id, project_id },
    month,
    limit: amount('limit'),
    left: amount('left'),
    spent: amount('spent'),
    open,
    taken,
    dueAt: due_at,
  };
};

/** The sum of all open reservations. */
export const reserved = (budget: Budget): Amount => Object.values(budget.open).reduce<Amount>(plus, NOTHING);

/** What would be left if all calls in progress cost nothing. */
export const unspent = (budget: Budget): Amount => minus(budget.limit, budget.spent);

/** Kept for the figures of the year. */
const BUDGET_RETENTION = 400 * DAY;

/** A month in which nothing is spent yet. */
export const newBudget = (
  project: ProjectScope,
  { month, limit, now }: { month: string; limit: Amount; now: number },
): StoredItem => ({
  ...userKeys.budget(project.user, month),
  v: SCHEMA_VERSION,
  kind: 'reservation',
  user_id: project.userId,
  project_id: project.projectId,
  month,
  ...valuesOf('limit', limit),
  ...valuesOf('left', limit),
  ...valuesOf('spent', NOTHING),
  open: {},
  taken: 0,
  expires_at: epochSeconds(now + BUDGET_RETENTION),
});

/** `2026-11`, in UTC. */
export const monthOf = (now: number): string => isoTime(now).slice(0, 7);

export const secondsToNextMonth = (now: number): number => {
  const date = new Date(now);
  const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  return Math.ceil((next - now) / 1_000);
};
