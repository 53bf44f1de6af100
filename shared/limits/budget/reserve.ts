import { type Clock, MINUTE, systemClock } from '../../core/clock.ts';
import { Defect, TooManyRequests } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { due, type Item, updateItem, userKeys } from '../../store/index.ts';
import type { Tier } from '../tier/tiers.ts';
import { type Amount, minus, PARTS, plus, valuesOf } from './amount.ts';
import { monthOf, type OpenReservation, type Reservation, readBudget } from './item.ts';
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

/** A reservation that the next one replaces, in the same write; `spent`: what the calls that it held did cost. */
export type Replaced = { held: Reservation; spent: Amount };

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
  ].join(' and ');

const hasPlace = 'size(#open) < :most';
/** The one that is replaced leaves its place. */
const isHeld = (key: string): string => `#open.#${key}.#charge = :held and size(#open) <= :most`;

const taken = [
  ...PARTS.map((part) => `#left_${part} = #left_${part} - :amount_${part}`),
  '#taken = #taken + :one',
  '#due_at = if_not_exists(#due_at, :due_at)',
  '#due_shard = :due_shard',
].join(', ');

/** Whether one of the reservations is open. */
const isThere = (item: Item | undefined, some: Reservation[]): boolean => {
  const there = item && readBudget(item).open;
  return some.some(({ key, open }) => there?.[key]?.charge === open.charge);
};

/**
 * Takes what a call may cost from its user's month, before the call. 429 if that is more than is left, until the next
 * month or until calls in progress release what they did not need.
 */
export const reserve = async (
  project: ProjectScope,
  tier: Tier,
  wish: ReservationRequest,
  clock: Clock = systemClock,
): Promise<Reservation> => {
  const reservation = reservationFor(project, wish, { clock });
  await take(reservation, tier);
  return reservation;
};

/**
 * What is written for the call. In place of another reservation of the same month it holds what that one's calls did cost as
 * well, until they are settled together; a dead worker's is charged at least that.
 */
export const reservationFor = (
  project: ProjectScope,
  { key, amount: own, prompt: least, ...about }: ReservationRequest,
  { clock, replaced }: { clock: Clock; replaced?: Replaced | undefined },
): Reservation => {
  const begun = clock.now();
  const charge = newId('chg', begun);
  const [amount, prompt] = replaced ? [plus(own, replaced.spent), plus(least, replaced.spent)] : [own, least];
  const until = begun + RESERVATION_TTL;
  const open: OpenReservation = { ...amount, charge, prompt, begun, until, project_id: project.projectId, ...about };
  return { project, month: monthOf(begun), key: key ?? charge, open };
};

/** `gone`: the one to be replaced is not open any more. 429 as `reserve`. */
export const take = async (
  reservation: Reservation,
  tier: Tier,
  replaced?: Replaced | undefined,
): Promise<'taken' | 'gone'> => {
  const { project, month, key, open } = reservation;
  if (!keyPattern.test(key)) throw new Defect('Invalid reservation key.');
  const budgetKey = userKeys.budget(project.user, month);
  const more = replaced ? minus(open, replaced.held.open) : open;
  const place = replaced ? isHeld(replaced.held.key) : hasPlace;
  const leave = replaced ? ` REMOVE #open.#${replaced.held.key}` : '';
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const outcome = await updateItem(budgetKey, `SET #open.#${key} = :open, ${taken}${leave}`, {
      when: `${freeFor(more)} and ${place} and attribute_not_exists(#open.#${key})`,
      values: {
        ...valuesOf('limit', tier.month),
        ...valuesOf('amount', more),
        ...due(budgetKey, open.until),
        open,
        one: 1,
        most: tier.concurrentCalls,
        ...(replaced && { held: replaced.held.open.charge }),
      },
    });
    if (outcome.ok) return 'taken';
    const item = outcome.items[0];
    if (replaced && !isThere(item, [replaced.held, reservation])) return 'gone';
    if ((await makeRoom(reservation, { item, tier, now: open.begun })) === 'reserved') return 'taken';
  }
  throw new TooManyRequests('Too many of your calls start at the same time.', { retryAfter: RETRY_AFTER_SECONDS });
};
