import type { Clock } from '../../../core/clock.ts';
import { DEFAULT_STRATEGY, type Strategy } from '../../eviction/index.ts';
import type { MemoryFigures } from '../figures.ts';
import { Level } from '../level.ts';
import { checkedLimits, type Limits } from '../limits.ts';
import { loopClock } from '../loop-clock.ts';
import { Shadow } from './shadow.ts';
import { firstShares, type ShareBounds } from './shares.ts';

/** What one decision moves, of the whole. */
const STEP = 1 / 32;
/** A difference of so many standard deviations of a count is taken for one: else a step would go to and fro by chance. */
const CLEARLY = 2;
/** Hits after which it is plain that there is no difference, and what was counted may fade. */
const ENOUGH = 256;

export type PoolMember = ShareBounds & { strategy?: Strategy };
export type PoolOptions<Name extends string> = Limits & { members: Record<Name, PoolMember>; clock?: Clock };
export type PoolFigures = MemoryFigures & { share: number; hits_of_a_step_more: number };

/** Counts of chance events have their own size as variance. */
const isClearlyMore = (one: number, other: number): boolean => one - other > CLEARLY * Math.sqrt(one + other);

type Member<V> = PoolMember & { level: Level<V>; shadow: Shadow; share: number };

/**
 * Some levels that share one bound. Whoever would gain most by a step more gets it from whoever would gain least (after
 * Cliffhanger, Cidon et al., NSDI 2016), and none leaves its own bounds.
 */
export class MemoryPool<Name extends string, V> {
  readonly #members: ReadonlyMap<Name, Member<V>>;
  readonly #limits: Limits;

  constructor({ members, clock = loopClock(), ...limits }: PoolOptions<Name>) {
    this.#limits = checkedLimits(limits);
    const named = Object.entries(members) as [Name, PoolMember][];
    const shares = firstShares(named.map(([, member]) => member));
    this.#members = new Map(named.map(([name, member], at) => [name, this.#member(member, shares[at]!, clock)]));
  }

  level(name: Name): Level<V> {
    return this.#memberOf(name).level;
  }

  /** Moves a step if that is clearly worth it. Cheap: call it at the start of each invocation, or each second. */
  adapt(): void {
    const all = [...this.#members.values()];
    const takers = all.filter(({ share, most_share }) => share + STEP <= most_share);
    const givers = all.filter(({ share, least_share }) => share - STEP >= least_share);
    const taker = takers.toSorted((one, other) => other.shadow.gain - one.shadow.gain)[0];
    const giver = givers.toSorted((one, other) => one.shadow.gain - other.shadow.gain).find((one) => one !== taker);
    if (taker && giver && isClearlyMore(taker.shadow.gain, giver.shadow.gain)) {
      this.#resize(giver, giver.share - STEP);
      this.#resize(taker, taker.share + STEP);
    } else if (all.reduce((sum, { shadow }) => sum + shadow.gain, 0) < ENOUGH) return;
    for (const { shadow } of all) shadow.fade();
  }

  figures(): Record<Name, PoolFigures> {
    const figures = [...this.#members].map(([name, { level, share, shadow }]): [Name, PoolFigures] => [
      name,
      { ...level.figures(), share, hits_of_a_step_more: shadow.gain },
    ]);
    return Object.fromEntries(figures) as Record<Name, PoolFigures>;
  }

  #member(member: PoolMember, share: number, clock: Clock): Member<V> {
    const shadow = new Shadow(() => ({
      entries: STEP * this.#limits.max_entries,
      bytes: STEP * this.#limits.max_bytes,
    }));
    const { strategy = DEFAULT_STRATEGY } = member;
    const level = new Level<V>({ strategy, limits: this.#limitsOf(share), clock, watcher: shadow });
    return { ...member, level, shadow, share };
  }

  #memberOf(name: Name): Member<V> {
    const member = this.#members.get(name);
    if (!member) throw new RangeError(`The pool has no member ${name}.`);
    return member;
  }

  #resize(member: Member<V>, share: number): void {
    member.share = share;
    member.level.resize(this.#limitsOf(share));
  }

  /** Rounded down, so that all together never pass the whole. */
  #limitsOf(share: number): Limits {
    return {
      max_entries: Math.max(1, Math.floor(share * this.#limits.max_entries)),
      max_bytes: Math.max(1, Math.floor(share * this.#limits.max_bytes)),
    };
  }
}
