import { type Clock, systemClock } from '../../core/clock.ts';
import { QuotaExceeded, TooManyRequests } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { Tier } from '../tier/tiers.ts';
import { type Amount, minus, PARTS, plus } from './amount.ts';
import type { Spending } from './charge.ts';
import { monthOf, type Reservation } from './item.ts';
import { type ReservationRequest, reservationFor, reserve, take } from './reserve.ts';
import { type EndedCall, settle, settleTogether, spentOn } from './settle.ts';

/** What a model's call leaves for an embedding after it: the request. Tokens and money are usually left over. */
const SPARE: Amount = { money: 0, tokens: 0, requests: 1 };

type Wanted = { project: ProjectScope; tier: Tier; wish: ReservationRequest };

/** A call under way: the reservation that pays for it, and if that is not its own, what it would have reserved. */
type UnderWay = { by: Reservation; instead?: Wanted };

const covers = (left: Amount, wanted: Amount): boolean => PARTS.every((part) => left[part] >= wanted[part]);

/** It is of this month, and of the same payer: what the user pays at a provider is not charged with what is paid here. */
const isFor = ({ month, open }: Reservation, wish: ReservationRequest, now: number): boolean =>
  month === monthOf(now) && open.own_key === wish.own_key;

/**
 * The calls of one turn, one after the other, paid together: one reservation at a time is open for all of them, and what they
 * did cost is recorded in one transaction.
 *
 *   recall's embedding    reserves ..... ended
 *   the model                                   reserves instead, with what that did cost ..... ended
 *   memory's embedding                                                  is covered by what is left ..... ended
 *   pay                                                                                    records all three
 *
 * What is reserved always covers all that the calls may cost. If their worker dies, the reservation is charged as any other:
 * the prompt of its call, and what the calls it replaced did cost; not the answer, which nobody got.
 */
export class Tab {
  readonly #clock: Clock;
  readonly #underWay = new Map<string, UnderWay>();
  #held: Reservation | undefined;
  #ended: EndedCall[] = [];
  /** What was to replace `#held`: a write that failed may have been carried out, or may be yet. */
  #tried: Reservation[] = [];
  /** Whoever pays does not wait for a call under way, which then pays itself. */
  #payAtEnd = false;
  #closed = false;

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  /** Throws a 429 if the request exceeds what is left. */
  async reserve(project: ProjectScope, tier: Tier, wish: ReservationRequest): Promise<Reservation> {
    // A call beside another one has a reservation of its own.
    if (this.#underWay.size > 0) return reserve(project, tier, wish, this.#clock);
    if (this.#held && !isFor(this.#held, wish, this.#clock.now())) await this.pay();
    const held = this.#held;
    // One that names its step has a reservation under that name, which a repeat of the step finds and replaces.
    if (held && wish.key === undefined && covers(minus(held.open, spentOn(this.#ended)), wish.amount)) {
      const covered = coveredBy(held, wish);
      this.#underWay.set(covered.open.charge, { by: held, instead: { project, tier, wish } });
      return covered;
    }
    const own = await this.#withSpare({ project, tier, wish });
    this.#held = own;
    this.#underWay.set(own.open.charge, { by: own });
    return own;
  }

  async #withSpare({ project, tier, wish }: Wanted): Promise<Reservation> {
    const { purpose, amount } = wish;
    if (purpose === 'embedding' || amount.requests === 0) return this.#replacing({ project, tier, wish });
    try {
      return await this.#replacing({ project, tier, wish: { ...wish, amount: plus(amount, SPARE) } });
    } catch (error) {
      if (!(error instanceof QuotaExceeded || error instanceof TooManyRequests)) throw error;
      return this.#replacing({ project, tier, wish });
    }
  }

  async #replacing({ project, tier, wish }: Wanted): Promise<Reservation> {
    const held = this.#held;
    if (!held) return reserve(project, tier, wish, this.#clock);
    const replaced = { held, spent: spentOn(this.#ended) };
    const next = reservationFor(project, wish, { clock: this.#clock, replaced });
    this.#tried.push(next);
    if ((await take(next, tier, replaced)) === 'taken') {
      this.#tried = [];
      return next;
    }
    await this.pay();
    return reserve(project, tier, wish, this.#clock);
  }

  /** The call is over. */
  async settle(reservation: Reservation, spending: Spending): Promise<void> {
    const { charge } = reservation.open;
    const call = this.#underWay.get(charge);
    this.#underWay.delete(charge);
    if (!call) return settle(reservation, spending, this.#clock);
    if (call.by === this.#held) {
      this.#ended.push({ reservation, spending });
      if (this.#payAtEnd || this.#closed) await this.pay();
      return;
    }
    // What covered it has been given back already.
    if (!call.instead) return settle(reservation, spending, this.#clock);
    const { project, tier, wish } = call.instead;
    await settle(await reserve(project, tier, wish, this.#clock), spending, this.#clock);
  }

  /** Records what the calls that have ended did cost, and gives back the rest. */
  async pay(): Promise<void> {
    const held = this.#held;
    if (!held) return;
    this.#payAtEnd = this.#underWay.has(held.open.charge);
    if (this.#payAtEnd) return;
    const [ended, tried] = [this.#ended, this.#tried];
    this.#held = undefined;
    this.#ended = [];
    this.#tried = [];
    await settleTogether(held, ended, { tried, clock: this.#clock });
  }

  /** Pays for the last time. Whatever call of the turn begins only now is paid when it ends: nobody comes after it. */
  close(): Promise<void> {
    this.#closed = true;
    return this.pay();
  }
}

const coveredBy = (held: Reservation, { key: _, amount, prompt, ...about }: ReservationRequest): Reservation => {
  const { begun, until, project_id } = held.open;
  return { ...held, open: { ...amount, ...about, charge: newId('chg', begun), prompt, begun, until, project_id } };
};
