import { type Clock, systemClock } from '../../core/clock.ts';
import { Defect } from '../../core/errors.ts';
import { fullJitter, pause } from '../../core/jitter.ts';
import { getItem, type Item, type Outcome, transact, updateItem, userKeys, type Write } from '../../store/index.ts';
import { type Amount, minus, NOTHING, PARTS, plus, valuesOf } from './amount.ts';
import { chargeWrite, readCharge, type Spending } from './charge.ts';
import { type FiguresRow, figuresInstead, figuresWrites } from './figures.ts';
import type { Reservation } from './item.ts';

/** A call that is over, and what it cost. */
export type EndedCall = { reservation: Reservation; spending: Spending };

export const spentOn = (calls: readonly EndedCall[]): Amount =>
  calls.reduce<Amount>((sum, { spending }) => plus(sum, spending), NOTHING);

/**
 * Records what a call cost, once, and releases the rest of its reservation: charge, daily figures and budget in one
 * transaction. Repeatable.
 */
export const settle = async (
  reservation: Reservation,
  spending: Spending,
  clock: Clock = systemClock,
): Promise<void> => {
  if (!(await closeReservation(reservation, spending, clock.now())))
    await correctCharge(reservation, spending, clock.now());
};

/**
 * The same for several calls that one reservation holds, its own among them or not. Where it was taken for abandoned, what the
 * calls did cost is charged one by one. `tried`: those that were to replace it, which may stand although their writes failed.
 */
export const settleTogether = async (
  held: Reservation,
  calls: readonly EndedCall[],
  { tried = [], clock = systemClock }: { tried?: readonly Reservation[]; clock?: Clock } = {},
): Promise<void> => {
  for (const one of [held, ...tried]) if (await closeWith(one, calls, clock.now())) return;
  // One that was taken for abandoned is charged with what it replaced.
  for (const one of tried) if (await chargedAs(one)) return;
  for (const call of calls) {
    if (call.reservation.open.charge === held.open.charge)
      await correctCharge(call.reservation, call.spending, clock.now());
    else await chargeLate(call, clock.now());
  }
};

const chargedAs = ({ project, open }: Reservation): Promise<Item | undefined> =>
  getItem(userKeys.charge(project.user, open.charge));

/** Of a call whose reservation was not its own, after that one was closed; beyond the budget if need be. */
const chargeLate = async ({ reservation, spending }: EndedCall, now: number): Promise<void> => {
  const taken = PARTS.map((part) => `#left_${part} = #left_${part} - :more_${part}`);
  await transactWithRetries([
    {
      key: userKeys.budget(reservation.project.user, reservation.month),
      update: `SET ${[...taken, ...spent].join(', ')}`,
      when: 'attribute_exists(#pk)',
      values: valuesOf('more', spending),
    },
    ...recordWrites([{ reservation, spending }], now),
  ]);
};

/** Settles for a worker that died. The prompt is charged, since the call had almost certainly been sent. */
export const abandon = async (reservation: Reservation, now: number): Promise<void> => {
  const { prompt, model, begun } = reservation.open;
  const closed = await closeReservation(
    reservation,
    {
      ...prompt,
      outcome: 'abandoned',
      model,
      promptTokens: prompt.tokens,
      completionTokens: 0,
      estimated: true,
      milliseconds: now - begun,
      reason: 'worker_died',
    },
    now,
  );
  if (!closed) await giveBack(reservation);
};

/**
 * A write can arrive long after the SDK has sent it again:
 *
 *   worker     reserves, no answer ..... reserves again ..... settles: charged
 *   network              first attempt on its way ........................ reserves what is charged already
 */
const giveBack = async ({ project, month, key, open }: Reservation): Promise<void> => {
  const back = PARTS.map((part) => `#left_${part} = #left_${part} + :back_${part}`);
  await updateItem(userKeys.budget(project.user, month), `SET ${back.join(', ')} REMOVE #open.#${key}`, {
    when: isOpen(key),
    values: { charge: open.charge, ...valuesOf('back', open) },
  });
};

const isOpen = (key: string): string => `#open.#${key}.#charge = :charge`;

/** `false`: it was settled already. */
const closeReservation = (reservation: Reservation, spending: Spending, now: number): Promise<boolean> =>
  closeWith(reservation, [{ reservation, spending }], now);

const closeWith = async (held: Reservation, calls: readonly EndedCall[], now: number): Promise<boolean> => {
  const { project, month, key, open } = held;
  const spending = spentOn(calls);
  const back = PARTS.map((part) => `#left_${part} = #left_${part} + :back_${part}`);
  const outcome = await transactWithRetries([
    {
      key: userKeys.budget(project.user, month),
      update: `SET ${[...back, ...spent].join(', ')} REMOVE #open.#${key}`,
      when: isOpen(key),
      values: { charge: open.charge, ...valuesOf('back', minus(open, spending)), ...valuesOf('more', spending) },
    },
    ...recordWrites(calls, now),
  ]);
  return outcome.ok;
};

const recordWrites = (calls: readonly EndedCall[], now: number): Write[] => [
  ...calls.map(({ reservation, spending }) => chargeWrite(reservation, spending, { now })),
  ...figuresWrites(
    calls.map(({ reservation, spending }) => ({ row: rowOf(reservation, spending.model, now), spending })),
  ),
];

const spent = PARTS.map((part) => `#spent_${part} = #spent_${part} + :more_${part}`);

/** A call presumed abandoned has ended after all: its real cost is charged, even beyond the budget. */
const correctCharge = async (reservation: Reservation, spending: Spending, now: number): Promise<void> => {
  const { project, month } = reservation;
  const item = await chargedAs(reservation);
  if (!item) return await mustHaveLeft(reservation);
  const before = readCharge(item);
  if (before.outcome !== 'abandoned') return;
  const taken = PARTS.map((part) => `#left_${part} = #left_${part} - :more_${part}`);
  const counted = {
    row: { ...rowOf(reservation, before.model, before.at) },
    figures: {
      calls: 1,
      failed: 1,
      milliseconds: before.milliseconds,
      prompt: before.prompt_tokens,
      completion: before.completion_tokens,
      cost: before.money,
    },
  };
  await transactWithRetries([
    {
      key: userKeys.budget(project.user, month),
      update: `SET ${[...taken, ...spent].join(', ')}`,
      when: 'attribute_exists(#pk)',
      values: valuesOf('more', minus(spending, before)),
    },
    chargeWrite(reservation, spending, { now, instead: true }),
    ...figuresInstead(counted, rowOf(reservation, spending.model, now), spending),
  ]);
};

/** Whoever leaves for good takes their months along, and a call of theirs that ends later is charged to nobody. */
const mustHaveLeft = async ({ project, month }: Reservation): Promise<void> => {
  const budget = await getItem(userKeys.budget(project.user, month));
  if (budget) throw new Defect('A reservation disappeared without being settled.');
};

const rowOf = ({ project, open }: Reservation, model: string, at: number): FiguresRow => ({
  project,
  agent: open.agent,
  model,
  at,
});

const MAX_ATTEMPTS = 4;

/** Money is at stake and each of these writes is repeatable, so a busy or briefly unavailable store is retried. */
const transactWithRetries = async (writes: Write[]): Promise<Outcome> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transact(writes);
    } catch (error) {
      if (attempt === MAX_ATTEMPTS) throw error;
      await pause(fullJitter(attempt, { base: 100, cap: 1_000 }));
    }
  }
};
