import { type Clock, MINUTE, systemClock } from '../../core/clock.ts';
import { Defect, TooManyRequests } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { due, updateItem, userKeys } from '../../store/index.ts';
import type { Tier } from '../tier/tiers.ts';
import { type Amount, PARTS, valuesOf } from './amount.ts';
import { monthOf, type OpenReservation, type Reservation } from './item.ts';
import { makeRoom, RETRY_AFTER_SECONDS } from './make-room.ts';

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
  /** It is made with the user's own key of the provider. */
  own_key?: true;
};

/** Longer than any function that calls a model may run (15 minutes), so a reservation still open then has no worker. */
const RESERVATION_TTL = 16 * MINUTE;
/** Every attempt after the first follows a change: a new month, a changed tier, a released reservation. */
const MAX_ATTEMPTS = 20;

/** It is used as a name in an expression, so only letters, digits and underscores are allowed. */
const keyPattern = /^\w{1,120}$/;

/** There is enough of each part that the call may cost: one that costs nothing is let through in a month that is used up. */
const freeFor = (amount: Amount): string =>
  [
    ...PARTS.map((part) => `#limit_${part} = :limit_${part}`),
    ...PARTS.filter((part) => amount[part] > 0).map((part) => `#left_${part} >= :amount_${part}`),
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
      when: `${freeFor(amount)} and attribute_not_exists(#open.#${key})`,
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
    if ((await makeRoom(reservation, { item: outcome.items[0], tier, now: begun })) === 'reserved') return reservation;
  }
  throw new TooManyRequests('Too many of your calls start at the same time.', { retryAfter: RETRY_AFTER_SECONDS });
};
