import { type Clock, MINUTE, systemClock } from '../../core/clock.ts';
import { Defect, QuotaExceeded, TooManyRequests } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { due, type Item, putItem, updateItem, userKeys } from '../../store/index.ts';
import type { Tier } from '../tier/tiers.ts';
import { type Amount, lacking, minus, PARTS, plus, valuesOf } from './amount.ts';
import {
  type Budget,
  monthOf,
  newBudget,
  type OpenReservation,
  type Reservation,
  readBudget,
  reserved,
  secondsToNextMonth,
} from './item.ts';
import { abandon } from './settle.ts';

/** The maximum cost of an upcoming call, and what is known about it. */
export type ReservationRequest = {
  /** Names a step that another worker may repeat: the repeat replaces the dead worker's reservation. */
  key?: string;
  amount: Amount;
  /** The minimum cost once it was sent. */
  prompt: Amount;
  model: string;
  purpose: string;
  agent?: string;
  session?: string;
};

/** Longer than any function that calls a model may run (15 minutes), so a reservation still open then has no worker. */
const RESERVATION_TTL = 16 * MINUTE;
/** Calls in progress end within seconds, so a client may retry soon. */
const RETRY_AFTER_SECONDS = 5;

/** Every attempt after the first follows a change: a new month, a changed tier, a released reservation. */
const MAX_ATTEMPTS = 20;

/** It is used as a name in an expression, so only letters, digits and underscores are allowed. */
const keyPattern = /^\w{1,120}$/;

const free = [
  ...PARTS.map((part) => `#limit_${part} = :limit_${part}`),
  ...PARTS.map((part) => `#left_${part} >= :amount_${part}`),
  'size(#open) < :most',
].join(' and ');

const take = [
  ...PARTS.map((part) => `#left_${part} = #left_${part} - :amount_${part}`),
  '#taken = #taken + :one',
  '#due_at = if_not_exists(#due_at, :due_at)',
  '#due_shard = :due_shard',
].join(', ');

/**
 * Takes what a call may cost from its user's month, before the call. 429 if that is more than is left, until the next
 * month or until calls in progress release what they did not need.
 */
export const reserve = async (
  project: ProjectScope,
  tier: Tier,
  { key: named, amount, prompt, ...about }: ReservationRequest,
  clock: Clock = systemClock,
): Promise<Reservation> => {
  const begun = clock.now();
  const charge = newId('chg', begun);
  const key = named ?? charge;
  if (!keyPattern.test(key)) throw new Defect('Invalid reservation key.');
  const month = monthOf(begun);
  const budgetKey = userKeys.budget(project.user, month);
  const until = begun + RESERVATION_TTL;
  const open: OpenReservation = { ...amount, charge, prompt, begun, until, project_id: project.projectId, ...about };
  const reservation = { project, month, key, open };
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const outcome = await updateItem(budgetKey, `SET #open.#${key} = :open, ${take}`, {
      when: `${free} and attribute_not_exists(#open.#${key})`,
      values: {
        ...valuesOf('limit', tier.month),
        ...valuesOf('amount', amount),
        ...due(budgetKey, until),
        open,
        one: 1,
        most: tier.concurrentCalls,
      },
    });
    if (outcome.ok) return reservation;
    if ((await makeRoom(project, outcome.items[0], tier, reservation, begun)) === 'reserved') return reservation;
  }
  throw new TooManyRequests('Too many of your calls start at the same time.', { retryAfter: RETRY_AFTER_SECONDS });
};

/** Removes what can be removed from the way, so that another attempt makes sense; throws otherwise. */
const makeRoom = async (
  project: ProjectScope,
  item: Item | undefined,
  tier: Tier,
  { month, key, open }: Reservation,
  now: number,
): Promise<'again' | 'reserved'> => {
  if (!item) {
    await putItem(newBudget(project, { month, limit: tier.month, now }), { when: 'attribute_not_exists(#pk)' });
    return 'again';
  }
  const budget = readBudget(item);
  const earlier = budget.open[key];
  // The SDK repeats a write whose reply was lost, and then finds its own reservation.
  if (earlier?.charge === open.charge) return 'reserved';
  if (earlier) {
    await abandon({ project, month, key, open: earlier }, now);
    return 'again';
  }
  if (PARTS.some((part) => budget.limit[part] !== tier.month[part])) {
    await adoptLimit(project, budget, tier.month);
    return 'again';
  }
  refuse(budget, { tier, wanted: open, now });
  return 'again';
};

/** The user's tier has changed: the difference is added to what is left. */
const adoptLimit = async (project: ProjectScope, budget: Budget, limit: Amount): Promise<void> => {
  const change = PARTS.flatMap((part) => [
    `#limit_${part} = :new_${part}`,
    `#left_${part} = #left_${part} + :more_${part}`,
  ]);
  await updateItem(userKeys.budget(project.user, budget.month), `SET ${change.join(', ')}`, {
    when: PARTS.map((part) => `#limit_${part} = :old_${part}`).join(' and '),
    values: {
      ...valuesOf('old', budget.limit),
      ...valuesOf('new', limit),
      ...valuesOf('more', minus(limit, budget.limit)),
    },
  });
};

/** Throws the reason; returns if the obstacle has gone meanwhile. */
const refuse = (budget: Budget, { tier, wanted, now }: { tier: Tier; wanted: Amount; now: number }): void => {
  const retryAfter = secondsToNextMonth(now);
  const [used] = lacking(plus(budget.left, reserved(budget)), wanted);
  if (used) throw new QuotaExceeded(`This call exceeds your remaining monthly ${used}.`, { retryAfter });
  const [held] = lacking(budget.left, wanted);
  if (held) {
    const message = `Your remaining monthly ${held} are reserved for calls in progress.`;
    throw new TooManyRequests(message, { retryAfter: Math.min(RETRY_AFTER_SECONDS, retryAfter) });
  }
  if (Object.keys(budget.open).length >= tier.concurrentCalls) {
    const message = `At most ${tier.concurrentCalls} concurrent calls are allowed.`;
    throw new TooManyRequests(message, { retryAfter: Math.min(RETRY_AFTER_SECONDS, retryAfter) });
  }
};
