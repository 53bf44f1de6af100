import * as z from 'zod';
import { Cache, type Keep } from '../../../../shared/cache/index.ts';
import { MINUTE, SECOND } from '../../../../shared/core/clock.ts';
import { pause } from '../../../../shared/core/jitter.ts';
import { type Chance, chanceOf } from '../../../support/chance.ts';
import { HandClock, somebody } from './in-cache.ts';

const TAG = 'numbers';

/** A number that only grows, kept by several containers. Its revision is itself. */
const number: Keep<number> = {
  schema: z.number(),
  ttl_s: 3_600,
  grace_s: 600,
  lease_s: 5,
  tags: [TAG],
  early_refresh: 0,
  revision: (value) => value,
};

export type Act = 'read' | 'delete' | 'delete by tag' | 'set' | 'write through' | 'second';
const READS: readonly Act[] = ['read', 'read', 'read', 'read', 'second'];
/** Changes that may meet each other. */
export const MEETING: readonly Act[] = [...READS, 'delete', 'delete by tag', 'write through'];
/** A value that is set may meet its like alone: a revision says which of them is the newer one. */
export const SETTING: readonly Act[] = [...READS, 'set', 'set', 'set'];

/** A busy machine is no outage. */
const PATIENCE = MINUTE;

type Container = { cache: Cache; clock: HandClock; must: number };

/**
 * Containers with one table and one truth, which do whatever chance says at the same time. What was told by an
 * invalidation that is done is what a container itself goes by from then on, and every other one a second later.
 */
export class World {
  readonly #chance: Chance;
  readonly #acts: readonly Act[];
  readonly #containers: Container[];
  readonly #alice = somebody();
  readonly #uptime = new HandClock(0);
  #truth = 0;
  #told = 0;
  readonly wrong: string[] = [];
  reads = 0;

  constructor(seed: number, acts: readonly Act[] = MEETING, count = 3) {
    this.#acts = acts;
    this.#chance = chanceOf(seed);
    this.#containers = Array.from({ length: count }, () => {
      const clock = new HandClock();
      // Whoever waits sees time pass, so that a lease which nobody holds any more ends.
      const wait = (milliseconds: number): Promise<void> => {
        clock.pass(milliseconds);
        return pause(Math.min(3, milliseconds));
      };
      const options = {
        clock,
        uptime: () => this.#uptime.at,
        random: () => this.#chance.next(),
        pause: wait,
        patience_ms: PATIENCE,
      };
      return { cache: new Cache(options), clock, must: 0 };
    });
  }

  /** So many acts at once, each begun a little after the one before. */
  async act(times: number): Promise<void> {
    const acting: Promise<void>[] = [];
    for (let time = 0; time < times; time += 1) {
      acting.push(this.#act(this.#chance.one(this.#acts), this.#chance.one(this.#containers)));
      if (this.#chance.happens(0.5)) await pause(this.#chance.integer(0, 6));
    }
    await Promise.all(acting);
  }

  async #act(act: Act, container: Container): Promise<void> {
    if (act === 'read') return this.#read(container);
    if (act === 'second') return this.passSecond();
    const { cache } = container;
    const change = async (): Promise<number> => {
      await this.#aMoment();
      this.#truth += 1;
      return this.#truth;
    };
    if (act === 'write through') {
      const value = await cache.writeThrough(this.#alice, 'number', number, change);
      return this.#tell(container, value);
    }
    const value = await change();
    await this.#aMoment();
    if (act === 'delete') await cache.delete(this.#alice, 'number');
    else if (act === 'set') await cache.set(this.#alice, 'number', number, value);
    else await cache.deleteByTag(this.#alice, TAG);
    this.#tell(container, value);
  }

  async #read({ cache, must }: Container): Promise<void> {
    const got = await cache.getOrLoad(this.#alice, 'number', number, async () => {
      await this.#aMoment();
      const value = this.#truth;
      await this.#aMoment();
      return value;
    });
    this.reads += 1;
    if (got < must) this.wrong.push(`${got} was read after ${must} was told`);
  }

  #tell(container: Container, value: number): void {
    container.must = Math.max(container.must, value);
    this.#told = Math.max(this.#told, value);
  }

  passSecond(): void {
    const told = this.#told;
    this.#uptime.pass(SECOND);
    for (const container of this.#containers) {
      container.clock.pass(SECOND);
      container.must = Math.max(container.must, told);
    }
  }

  /** Puts a container's clock forward or back. */
  jump(milliseconds: number): void {
    this.#chance.one(this.#containers).clock.pass(milliseconds);
  }

  #aMoment(): Promise<void> {
    return pause(this.#chance.integer(0, 4));
  }
}
