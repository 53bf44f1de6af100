import { type Clock, systemClock } from '../../core/clock.ts';
import { Defect } from '../../core/errors.ts';
import { fullJitter, pause } from '../../core/jitter.ts';
import { getItem, type Outcome, transact, updateItem, userKeys, type Write } from '../../store/index.ts';
import { minus, PARTS, valuesOf } from './amount.ts';
import { chargeWrite, readCharge, type Spending } from './charge.ts';
import { type FiguresRow, figuresInstead, figuresWrite } from './figures.ts';
import type { Reservation } from './item.ts';

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
const closeReservation = async (reservation: Reservation, spending: Spending, now: number): Promise<boolean> => {
  const { project, month, key, open } = reservation;
  const back = PARTS.map((part) => `#left_${part} = #left_${part} + :back_${part}`);
  const outcome = await transactWithRetries([
    {
      key: userKeys.budget(project.user, month),
      update: `SET ${[...back, ...spent].join(', ')} REMOVE #open.#${key}`,
      when: isOpen(key),
      values: { charge: open.charge, ...valuesOf('back', minus(open, spending)), ...valuesOf('more', spending) },
    },
    chargeWrite(reservation, spending, { now }),
    figuresWrite(rowOf(reservation, spending.model, now), spending),
  ]);
  return outcome.ok;
};

const spent = PARTS.map((part) => `#spent_${part} = #spent_${part} + :more_${part}`);

/** A call presumed abandoned has ended after all: its real cost is charged, even beyond the budget. */
const correctCharge = async (reservation: Reservation, spending: Spending, now: number): Promise<void> => {
  const { project, month, open } = reservation;
  const item = await getItem(userKeys.charge(project.user, open.charge));
  if (!item) throw new Defect('A reservation disappeared without being settled.');
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
